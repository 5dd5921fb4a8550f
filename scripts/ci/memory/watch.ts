import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** How many MiB a process has in memory, now or at most since `forget`. */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const [, kibibytes] = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) / 1024
}

/** How much a process grows, at its most, while something is done. The kernel keeps the peak, so none is missed. */
export async function growth(pid: number, work: () => Promise<unknown>): Promise<number> {
  // What was done before is collected in pauses; its garbage is not this work's.
  await pause(500)
  const before = memoryOf(pid, 'VmRSS')
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  await work()
  return memoryOf(pid, 'VmHWM') - before
}
