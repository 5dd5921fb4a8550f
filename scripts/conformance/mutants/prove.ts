import { allChecks, type Check, type Finding, openSession, run } from '@jobs-api/conformance'
import { demoSettings, Reference } from '../reference.ts'
import type { Mutant } from './mutant.ts'
import { FaultyProxy } from './proxy.ts'

/** After so many mutants the world has grown full of jobs that checks were tried on. */
const worldLasts = 25

/** Puts faulty servers before the kit, one after the other. All of them stand before one reference server of an edition. */
export class Bench {
  readonly #reference: Reference
  readonly #proxy: FaultyProxy
  #examined = 0

  private constructor(reference: Reference, proxy: FaultyProxy) {
    this.#reference = reference
    this.#proxy = proxy
  }

  static async start(edition: Mutant['edition']): Promise<Bench> {
    const reference = await Reference.start(edition)
    const proxy = new FaultyProxy(reference.url)
    await proxy.start()
    return new Bench(reference, proxy)
  }

  /** Runs these checks against the faulty server, each as somebody would who runs nothing else. */
  async examine(
    { behave, project }: Pick<Mutant, 'behave' | 'project'>,
    checks: readonly Check[],
    send: typeof fetch = (input, init) => fetch(input, init),
  ): Promise<readonly Finding[]> {
    if (++this.#examined % worldLasts === 0) await this.#reference.refresh()
    this.#proxy.behave = behave
    const settings = this.#reference.settings(this.#proxy.url)
    const named = project === 'number' ? { project: '1', projects: { ...demoSettings.projects, same: demoSettings.project } } : {}
    const session = await openSession({ ...settings, ...named, patience: 700, send })
    const findings: Finding[] = []
    for await (const finding of run(session, checks)) findings.push(finding)
    return findings
  }

  /** Undoes whatever the checks have done. */
  refresh(): Promise<void> {
    return this.#reference.refresh()
  }

  async stop(): Promise<void> {
    await this.#proxy.stop()
    await this.#reference.stop()
  }
}

/** A check that only could not be run, or a kit that broke, has caught nothing. */
export const isCaught = ({ outcome }: Finding): boolean => outcome === 'fail' || outcome === 'warning'

export interface Survivor {
  readonly mutant: Mutant
  readonly outcome: string
  readonly reason: string
}

/** Runs for each faulty server the check that is named for it, and hands back those that got away. */
export async function prove(mutants: readonly Mutant[]): Promise<readonly Survivor[]> {
  const survivors: Survivor[] = []
  for (const [edition, its] of Map.groupBy(mutants, (mutant) => mutant.edition)) {
    const bench = await Bench.start(edition)
    for (const mutant of its) {
      const [finding] = await bench.examine(
        mutant,
        allChecks.filter(({ id }) => id === mutant.caughtBy),
      )
      if (finding === undefined || !isCaught(finding))
        survivors.push({ mutant, outcome: finding?.outcome ?? 'nothing: there is no such check', reason: finding?.reason ?? '' })
    }
    await bench.stop()
  }
  return survivors
}
