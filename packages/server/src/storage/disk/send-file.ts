import type { Writable } from 'node:stream'
import { openFile } from './open-file.ts'

/** How much is read at once: with few transfers what is fastest, with many less, so that they do not add up. */
const sizes = { large: 512 * 1024, small: 64 * 1024 } as const
const few = 8

const idle: Buffer[] = []
let transfers = 0

/**
 * Writes a part of a file and ends the target. One buffer is filled again when all of it has gone out: a stream makes a new
 * one each time, and more memory is lost to those that are not collected yet than to those in use.
 */
export async function sendFile(path: string, target: Writable, start: number, end: number): Promise<void> {
  const file = await openFile(path)
  transfers++
  const size = transfers > few ? sizes.small : sizes.large
  const buffer = (size === sizes.large ? idle.pop() : undefined) ?? Buffer.allocUnsafeSlow(size)
  let position = start
  try {
    while (position < end) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(size, end - position), position)
      if (bytesRead === 0) throw new Error(`${path} ends at ${position} in place of ${end}`)
      // Who has gone away may still hold the buffer, so it is not used again.
      if (!(await written(target, buffer.subarray(0, bytesRead)))) return
      position += bytesRead
    }
    target.end()
    if (size === sizes.large) idle.push(buffer)
  } catch (accident) {
    // Half an answer must not look like a whole one.
    if (position > start) target.destroy()
    throw accident
  } finally {
    transfers--
    await file.close()
  }
}

/** Whether all bytes went out; not if the target was closed before. */
function written(target: Writable, bytes: Buffer): Promise<boolean> {
  if (target.destroyed) return Promise.resolve(false)
  return new Promise((resolve) => {
    const gone = () => resolve(false)
    target.once('close', gone)
    target.write(bytes, (error) => {
      target.off('close', gone)
      resolve(error == null)
    })
  })
}
