import { createHash } from 'node:crypto'

/** A whole number from `least` up to `most` that looks drawn, but is the same each time for the same job and the same question. */
export function drawn(jobId: number, question: string, least: number, most: number): number {
  const digest = createHash('sha256').update(`${jobId} ${question}`).digest()
  return least + (digest.readUInt32BE(0) % (most - least + 1))
}
