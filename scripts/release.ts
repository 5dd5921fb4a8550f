import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './generate/bundle.ts'
import { editions, inRelease } from './generate/history.ts'
import { planRelease, type Release } from './release/released.ts'

const help = `npm run release [-- --check]

Keeps the contract as it is now as openapi/released/<info.version>.json. Compared with the release before, it is refused
if info.version does not say how much has changed. A released document is never changed afterwards. With --check nothing
is written; the exit code says whether it would be.`

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
})
if (values.help) console.log(help)
else process.exitCode = (await release(values.check)) ? 0 : 1

async function release(check: boolean): Promise<boolean> {
  const document = inRelease(await bundle('openapi/openapi.yaml'), editions.current)
  const version = String(document.info['version'])
  const text = `${JSON.stringify(document, null, 2)}\n`
  const plan = await planRelease(join(root, 'openapi/released'), version, text)
  if (plan.kind === 'refused') return say(plan.reason, false)
  if (plan.kind === 'done') return say(`${version} is released, and nothing has changed since.`, true)
  if (!(await isHonest(plan.previous, text))) return say(`${version} is not released.`, false)
  if (check) return say(`${version} can be released.`, true)
  await mkdir(join(root, 'openapi/released'), { recursive: true })
  await writeFile(plan.path, text)
  return say(`wrote ${relative(root, plan.path)}`, true)
}

/** Shows what has changed since a release; true if the version says so as well. */
async function isHonest(previous: Release | undefined, text: string): Promise<boolean> {
  if (previous === undefined) return say('There is no release to compare with.', true)
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-release-'))
  try {
    const revision = join(folder, 'openapi.json')
    await writeFile(revision, text)
    // A breaking change is no offence as long as the version says so.
    const args = ['diff', previous.path, revision, '--fail-on', 'none', '--check-version', '--config', 'openapi/redocly.yaml']
    return spawnSync('redocly', args, { cwd: root, stdio: 'inherit' }).status === 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function say(sentence: string, outcome: boolean): boolean {
  console.log(sentence)
  return outcome
}
