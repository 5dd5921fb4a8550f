import { type Action, hasArchive, type JobShown, jobOf, logOf } from './api.ts'

/** An answer, which says what from then on is true. */
interface Answered {
  readonly action: Action
  readonly jobId: number
  readonly job: JobShown | null
  /** When it was ordered. */
  readonly at: number
}

/** What every answer promised, for as long as nobody orders otherwise. */
export class Ledger {
  readonly #kept = new Map<string, Answered>()
  #fresh: string[] = []
  readonly #ids: Set<number>
  #newest = 0
  answered = 0
  checked = 0

  constructor(ids: readonly number[]) {
    this.#ids = new Set(ids)
  }

  /** An order that nobody may ever answer takes back what it may undo. */
  begin(action: Action, jobId: number): void {
    if (action === 'erase' || action === 'delete') this.#kept.delete(`${jobId} keep`)
  }

  end(answer: Answered): void {
    const { jobId, action, job } = answer
    const key = `${jobId} ${action}`
    this.#kept.set(key, answer)
    this.#fresh.push(key)
    this.answered++
    if (job === null || job.id === jobId) return
    if (this.#ids.has(job.id) || job.id <= this.#newest) throw new Error(`the id ${job.id} was given twice`)
    this.#ids.add(job.id)
  }

  /** Checks what was answered since the last check, or everything. */
  async check(url: string, all = false): Promise<void> {
    const keys = all ? [...this.#kept.keys()] : this.#fresh
    const answers = keys.flatMap((key) => this.#kept.get(key) ?? [])
    const take = async () => {
      for (let answer = answers.pop(); answer !== undefined; answer = answers.pop()) {
        await check(url, answer)
        this.checked++
      }
    }
    await Promise.all(Array.from({ length: 8 }, take))
    this.#fresh = []
    this.#newest = Math.max(...this.#ids)
  }
}

async function check(url: string, { action, jobId, job, at }: Answered): Promise<void> {
  const now = await jobOf(url, jobId)
  const holds = async (): Promise<boolean> => {
    switch (action) {
      case 'play':
      case 'retry':
        return job !== null && (job.id === jobId ? now.status !== 'manual' : (await jobOf(url, job.id)).name === now.name)
      case 'cancel':
        return job === null || !['canceled', 'canceling'].includes(job.status) || ['canceled', 'canceling'].includes(now.status)
      case 'erase':
        return (
          now.erased_at === job?.erased_at &&
          now.artifacts.length === 0 &&
          (await logOf(url, jobId)) === '' &&
          !(await hasArchive(url, jobId))
        )
      case 'keep':
        return now.artifacts_expire_at === null && (await hasArchive(url, jobId))
      case 'delete': // of a job under way takes nothing: its archive comes when it ends
        if (!(await hasArchive(url, jobId))) return true
        // The job read before may have ended since, with its archive.
        return Date.parse((await jobOf(url, jobId)).finished_at ?? '') >= at
    }
  }
  if (!(await holds()))
    throw new Error(`${action} of job ${jobId} was answered ${JSON.stringify(job)} and now it is ${JSON.stringify(now)}`)
}
