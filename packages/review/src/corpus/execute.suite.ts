import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import openapiTS, { astToString } from 'openapi-typescript'
import type { JsonObject } from '../source/json.ts'
import type { CorpusCase } from './cases.suite.ts'
import { consumerOf } from './consumer.suite.ts'
import { answersOf, misreading, type Probe, probesOf, serve, statusOf } from './probes.suite.ts'

/** What happened to those who keep to the older document. */
export interface Observation {
  /** A request that was taken and is refused now. */
  readonly refused?: string | undefined
  /** An answer that may come now and that an older reader cannot read. */
  readonly misread?: string | undefined
  /** What the compiler says to a program written against the older types. */
  readonly uncompilable?: string | undefined
}

export const breaks = ({ refused, misread, uncompilable }: Observation): boolean => (refused ?? misread ?? uncompilable) !== undefined

/** Lets old clients meet new servers and new types, case by case. */
export async function observe(cases: readonly CorpusCase[]): Promise<ReadonlyMap<string, Observation>> {
  const complaints = await compile(cases)
  const observed = new Map<string, Observation>()
  for (const one of cases) {
    const refused = await refusal(one.older, one.newer)
    const misread = answersOf(one.newer, one.older)
      .map((answer) => misreading(one.older, answer))
      .find((why) => why !== undefined)
    observed.set(one.name, { refused, misread, uncompilable: complaints.get(one.name) })
  }
  return observed
}

/** Sends what the older server takes to the newer one. */
async function refusal(older: JsonObject, newer: JsonObject): Promise<string | undefined> {
  const [old, young] = await Promise.all([oldServer(older), serve(newer)])
  try {
    for (const probe of distinct(probesOf(older, newer))) {
      if (!(await old.takes(probe))) continue
      const status = await statusOf(young.base, probe)
      if (status !== 204) return `${probe.method} ${probe.target} ${probe.body ?? ''} is answered ${status}`
    }
    return undefined
  } finally {
    young.close()
  }
}

interface OldServer {
  readonly takes: (probe: Probe) => Promise<boolean>
}
const oldServers = new WeakMap<JsonObject, Promise<OldServer>>()

/** One server a document, which remembers what it has taken. It lives as long as the process. */
function oldServer(document: JsonObject): Promise<OldServer> {
  const made = oldServers.get(document) ?? startOldServer(document)
  oldServers.set(document, made)
  return made
}

async function startOldServer(document: JsonObject): Promise<OldServer> {
  const { base } = await serve(document)
  const known = new Map<string, boolean>()
  return {
    takes: async (probe) => {
      const name = JSON.stringify(probe)
      const taken = known.get(name) ?? (await statusOf(base, probe)) === 204
      known.set(name, taken)
      return taken
    },
  }
}

const distinct = (probes: readonly Probe[]) => [...new Map(probes.map((probe) => [JSON.stringify(probe), probe])).values()]

/** Compiles a program written for each older document against the types of the newer, all in one run of the compiler. */
async function compile(cases: readonly CorpusCase[]): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-corpus-'))
  try {
    await Promise.all(cases.map((one, index) => writeProgram(join(folder, `case${index}`), one)))
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          module: 'esnext',
          moduleResolution: 'bundler',
          allowImportingTsExtensions: true,
          types: [],
        },
      }),
    )
    const { stdout } = await promisify(execFile)('tsc', ['-p', folder, '--pretty', 'false'], { maxBuffer: 2 ** 26 }).catch(
      (problem: { stdout: string }) => problem,
    )
    const lines = stdout
      .split('\n')
      .flatMap((line) => [/case(\d+)\/consumer\.ts.*?: (error .*)$/.exec(line)].filter((found) => found !== null))
    return new Map(lines.reverse().map(([, index, message]) => [cases[Number(index)]?.name ?? '', message ?? '']))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeProgram(folder: string, { older, newer }: CorpusCase): Promise<void> {
  await mkdir(folder)
  const types = async (document: JsonObject) => astToString(await openapiTS(structuredClone(document) as never, { silent: true }))
  await writeFile(join(folder, 'old.ts'), await types(older))
  await writeFile(join(folder, 'new.ts'), await types(newer))
  await writeFile(join(folder, 'consumer.ts'), consumerOf(older))
}
