import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Cell, Outcome } from '@jobs-api/review'
import { type Hero, heroes } from '../clients/heroes.ts'
import { contentOf, memory, remembered } from './remember.ts'
import { start } from './revision-process.ts'
import type { Tree } from './tree.ts'

const examplesOf = ({ folder }: Tree) => join(folder, 'packages/client/examples')

/** A pair to be tried. */
interface Pair {
  readonly client: Tree
  readonly server: Tree
  readonly kind: Cell['kind']
}

/** What two cores can do at a time: the programs wait more than they work. */
const atOnce = 3

/** Every revision's programs with every revision's server and mock. */
export async function cellsOf(older: Tree, newer: Tree): Promise<Cell[]> {
  const trees = [older, newer]
  const pairs = (['server', 'mock'] as const).flatMap((kind) =>
    trees.flatMap((client) => trees.map((server): Pair => ({ client, server, kind }))),
  )
  const contents = new Map(await Promise.all(trees.map(async (tree) => [tree, await contentOf(tree)] as const)))
  const keyOf = ({ client, server, kind }: Pair) => ['cell', kind, contents.get(client) ?? '', contents.get(server) ?? '']
  const cells: Cell[] = []
  const waiting = pairs.entries()
  const work = async () => {
    for (const [index, pair] of waiting) {
      const { outcomes } = await remembered(keyOf(pair), isFine, () => cellOf(pair))
      cells[index] = { client: pair.client.name, server: pair.server.name, kind: pair.kind, outcomes }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return cells
}

/** A failure may be the machine's, so it is looked at again. */
const isFine = ({ outcomes }: Cell) => outcomes.every(({ passed, leftOut }) => passed || leftOut !== undefined)

/** Runs the client's examples of one revision against another's server, in a fresh demo world whose runners are at work, or its mock. */
async function cellOf({ client, server, kind }: Pair): Promise<Cell> {
  const named = { client: client.name, server: server.name, kind }
  const files: readonly string[] = await readdir(examplesOf(client)).catch(() => [])
  const known = Object.entries(heroes).filter(([name]) => files.includes(`${name}.ts`))
  if (known.length === 0)
    return { ...named, outcomes: [{ program: 'examples', passed: false, leftOut: `${client.name} has none that are known.` }] }
  const started = await start(server, kind)
  try {
    const outcomes: Outcome[] = []
    for (const [name, hero] of known) outcomes.push(await outcomeOf(client, name, kind === 'mock' ? forMock(hero) : hero, started.url))
    return { ...named, outcomes }
  } finally {
    await started.stop()
  }
}

type Trial = Pick<Hero, 'args' | 'says' | 'token'> & { readonly unfit?: string }

function forMock({ args, token, mock }: Hero): Trial {
  const own = token === undefined ? {} : { token }
  if (mock !== undefined && 'unfit' in mock) return { ...own, args, says: /./, unfit: mock.unfit }
  return { ...own, args: mock?.args ?? args, says: /./ }
}

/** A program that takes longer than this is stuck. */
const patienceInMs = 120_000

async function outcomeOf(client: Tree, program: string, { args, says, token, unfit }: Trial, url: string): Promise<Outcome> {
  if (unfit !== undefined) return { program, passed: false, leftOut: unfit }
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: join(memory, 'compiled'),
    JOBS_URL: `${url}/api/v4`,
    JOBS_TOKEN: token ?? 'demo-mia-personal',
  }
  const child = spawn(process.execPath, [join(examplesOf(client), `${program}.ts`), ...args], {
    env,
    cwd: client.folder,
    timeout: patienceInMs,
  })
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (child.exitCode === 0 && says.test(said)) return { program, passed: true }
  const words =
    child.exitCode === 0
      ? `said ${JSON.stringify(said.slice(0, 200))}`
      : (complained.split('\n').find((line) => /^\w*Error\b/.test(line)) ?? complained.slice(0, 200))
  return { program, passed: false, message: words.trim() }
}
