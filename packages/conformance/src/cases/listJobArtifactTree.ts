import { type Check, check } from '../check.ts'
import { expectSame, expectStatus, expectThat, rowsOf } from '../expectations.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { forEverybody, forReporters } from '../families/other-projects.ts'
import { pages, totals } from '../families/pages.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses, succeeds } from '../families/twin.ts'
import { Untestable } from '../outcomes.ts'
import { archivedJob, filesOf } from '../surroundings/archives.ts'
import { given } from '../surroundings/given.ts'
import { states } from '../surroundings/states.ts'
import type { Target } from '../target/target.ts'

const id = 'listJobArtifactTree'
const everything = { recursive: true, per_page: 100 } as const

export const listJobArtifactTree: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...forEverybody(id, ['access-artifacts']),
  ...forReporters(id, ['access-artifacts']),
  ...pages(id),
  ...totals(id),
  ...reading(id),
  ...fitsContract(id, ['history-artifacts-tree', 'artifact-tree-entry']),
  check(
    `${id}.directories-first`,
    'must',
    'artifacts-tree',
    'A directory is listed with its directories first, then its files.',
    async (target) => {
      const answer = await succeeds(target, id, { parameters: { per_page: 100 } })
      const types = rowsOf(answer).map(({ type }) => String(type))
      if (!types.includes('directory') || !types.includes('file'))
        throw new Untestable('needs an archive with a directory and a file at its root')
      expectSame(answer, 'the order of types', types, types.toSorted())
    },
  ),
  check(
    `${id}.one-level`,
    'must',
    ['artifacts-tree', 'artifacts-tree-path'],
    'Without path the root is listed, and nothing below it.',
    async (target) => {
      const answer = await succeeds(target, id, { parameters: { per_page: 100 } })
      const deep = rowsOf(answer)
        .map(({ path }) => String(path).replace(/\/$/, ''))
        .filter((path) => path.includes('/'))
      expectSame(answer, 'the paths below the root', deep, [])
      const names = new Set([...(await filesOf(target, await archivedJob(target))).keys()].map((path) => path.split('/')[0]))
      expectSame(answer, 'what is at the root', new Set(rowsOf(answer).map(({ name }) => name)), names)
    },
  ),
  check(
    `${id}.recursive`,
    'must',
    ['artifacts-tree-recursive', 'artifact-tree-entry'],
    'With recursive all files are listed that the archive holds, each with its size.',
    async (target) => {
      const files = await filesOf(target, await archivedJob(target))
      const answer = await succeeds(target, id, { parameters: everything })
      const listed = rowsOf(answer).filter(({ type }) => type === 'file')
      const sizes = listed.map(({ path, size }) => [String(path), size] as const)
      expectSame(answer, 'the files and sizes', new Map(sizes), new Map([...files].map(([path, bytes]) => [path, bytes.length])))
      for (const { type, size } of rowsOf(answer)) if (type === 'directory') expectSame(answer, 'the size of a directory', size, undefined)
    },
  ),
  check(`${id}.path`, 'must', 'artifacts-tree-path', 'path names a directory, with or without a slash at its end.', async (target) => {
    const directory = await aDirectory(target)
    const answers = [directory, `${directory}/`].map((path) => succeeds(target, id, { parameters: { path, per_page: 100 } }))
    for (const answer of await Promise.all(answers)) {
      const paths = rowsOf(answer).map(({ path }) => String(path))
      expectThat(answer, paths.length > 0, `expected something in ${directory}`)
      expectSame(
        answer,
        'the paths outside',
        paths.filter((path) => !path.startsWith(`${directory}/`)),
        [],
      )
    }
  }),
  check(
    `${id}.missing-path`,
    'must',
    'artifacts-tree-missing',
    'A directory that the archive does not hold is refused with 404.',
    (target) => refuses(target, id, { parameters: { path: 'no/such/directory' } }, 404, { message: '404 Path Not Found' }),
  ),
  check(
    `${id}.nothing`,
    'must',
    ['artifacts-tree-missing', 'errors-resource-not-found'],
    'A job without an archive has no tree: 404.',
    async (target) => {
      const job_id = await given(target, states.noArchive)
      await refuses(target, id, { parameters: { job_id } }, 404, { message: '404 Artifacts Not Found' })
    },
  ),
  check(`${id}.expired`, 'must', 'artifacts-tree-missing', 'An archive that has expired has no tree: 404.', async (target) => {
    const job_id = await given(target, states.expiredArchive)
    await refuses(target, id, { parameters: { job_id } }, 404, { message: '404 Artifacts Not Found' })
  }),
  check(
    `${id}.no-metadata`,
    'must',
    'artifacts-tree-missing',
    'An archive without a table of contents has no tree: 404.',
    async (target) => {
      const job_id = await given(target, states.noTable)
      await refuses(target, id, { parameters: { job_id } }, 404, { message: '404 Artifacts metadata Not Found' })
    },
  ),
]

/** A directory at the root of the archive. */
async function aDirectory(target: Target): Promise<string> {
  const answer = await target.ask(id, { job_id: await archivedJob(target), per_page: 100 }, { lookAround: true })
  expectStatus(answer, 200)
  const found = rowsOf(answer).find(({ type }) => type === 'directory')
  if (found === undefined) throw new Untestable('needs an archive with a directory')
  return String(found['path']).replace(/\/$/, '')
}
