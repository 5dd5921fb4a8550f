import { ClientProgram, type Command, Silence } from './client-program.ts'
import { Growth } from './memory.ts'
import type { Errand, Outcome } from './protocol.ts'
import { type AskOptions, bad, type Ended, type Judgement, notOffered, type Row, type Trial } from './row.ts'
import { type Player, Stage } from './stage.ts'

export interface ExaminerOptions extends Pick<Trial, 'pauseInSeconds' | 'largeInMiB' | 'folder'> {
  readonly command: Command
}

/** What every credential is, so that it can be found wherever it turns up. */
const secret = 'must-stay-at-home'
const patienceInMs = 15_000
const largeTakesAtMostMs = 120_000

class NotOffered extends Error {}

/** Tries one row after the other with a client program, and starts another one where that has fallen silent. */
export class Examiner {
  readonly #options: ExaminerOptions
  #program: ClientProgram | undefined

  constructor(options: ExaminerOptions) {
    this.#options = options
  }

  async judge(row: Row): Promise<Judgement> {
    const stage = new Stage()
    try {
      return await row.probe(this.#trial(stage))
    } catch (error) {
      if (error instanceof NotOffered) return notOffered(error.message)
      if (error instanceof Silence) return bad(error.message)
      throw error
    } finally {
      stage.close()
    }
  }

  stop(): void {
    this.#program?.stop()
    this.#program = undefined
  }

  #trial(stage: Stage): Trial {
    const { pauseInSeconds, largeInMiB, folder } = this.#options
    return {
      pauseInSeconds,
      largeInMiB,
      secret,
      folder,
      play: (handle) => stage.play(handle),
      ask: (player, errand, options) => this.#ask(player, errand, options),
      weigh: (player, errand, options) => this.#weigh(player, errand, options),
    }
  }

  async #ask({ origin }: Player, errand: Errand, options: AskOptions = {}): Promise<Ended> {
    this.#program ??= new ClientProgram(this.#options.command)
    const { credential = { kind: 'personal_token', value: secret }, project = 'group/app' } = options
    try {
      const task = { base_url: `${origin}/api/v4`, credential, project, ...errand }
      return ended(await this.#program.do(task, options.patienceInMs ?? patienceInMs))
    } catch (error) {
      if (error instanceof Silence) this.stop()
      throw error
    }
  }

  async #weigh(player: Player, errand: Errand, options: AskOptions = {}) {
    this.stop() // what it has done before is not what it does now
    const done = this.#ask(player, errand, { patienceInMs: largeTakesAtMostMs, ...options })
    const growth = new Growth(this.#program, () => player.heard.length > 0)
    const ended = await done.finally(() => growth.end())
    return { ended, grownInMiB: growth.inMiB }
  }
}

function ended(outcome: Outcome): Ended {
  if ('not_offered' in outcome) throw new NotOffered(outcome.not_offered)
  return outcome
}
