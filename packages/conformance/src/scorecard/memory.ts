import { readFileSync, writeFileSync } from 'node:fs'

const everyMs = 10

/** How much a program and whatever it has started grow from some moment on. Only Linux lets that be seen. */
export class Growth {
  readonly #root: number | undefined
  readonly #hasBegun: () => boolean
  readonly #before = new Map<number, number>()
  readonly #timer: ReturnType<typeof setInterval>
  #peakInMiB = 0

  constructor({ pid }: { pid: number | undefined } = { pid: undefined }, hasBegun: () => boolean) {
    this.#root = pid
    this.#hasBegun = hasBegun
    this.#timer = setInterval(() => this.#look(), everyMs)
  }

  end(): void {
    this.#look()
    clearInterval(this.#timer)
  }

  /** The most that one of the processes has grown; `undefined` if nothing was seen. */
  get inMiB(): number | undefined {
    return this.#before.size === 0 ? undefined : this.#peakInMiB
  }

  #look(): void {
    if (this.#root === undefined || !this.#hasBegun()) return
    for (const pid of family(this.#root)) {
      const begin = this.#before.get(pid)
      if (begin === undefined) this.#begin(pid)
      // The kernel keeps the peak, so none is missed between two looks.
      else this.#peakInMiB = Math.max(this.#peakInMiB, (memoryOf(pid, 'VmHWM') ?? 0) - begin)
    }
  }

  #begin(pid: number): void {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5') // forgets the peak of its beginning
    } catch {
      // Then that counts as well, which is in nobody's favour.
    }
    const now = memoryOf(pid, 'VmRSS')
    if (now !== undefined) this.#before.set(pid, now)
  }
}

function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number | undefined {
  const [, kibibytes] = new RegExp(`${what}:\\s+(\\d+)`).exec(read(`/proc/${pid}/status`)) ?? []
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024
}

function family(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(family)]
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1').trim()
  } catch {
    return ''
  }
}
