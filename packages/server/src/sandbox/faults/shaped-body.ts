import { setTimeout as pause } from 'node:timers/promises'
import type { Response } from 'express'
import type { KnownFault } from './faults.ts'

/** Resolves when the bytes have gone out, or when there is nobody any more to take them. */
type Write = (bytes: Buffer) => Promise<void>

/**
 * Puts something between an answer and its body: `pass` is given each part, one after the other, and writes what is to arrive.
 * Whoever writes the answer is told that a part has gone out when that is so, and waits.
 */
function between(response: Response, pass: (bytes: Buffer, write: Write) => Promise<void>): void {
  const send = response.write.bind(response)
  const end = response.end.bind(response)
  const write: Write = (bytes) =>
    new Promise((resolve) => {
      response.once('close', resolve)
      send(bytes, () => {
        response.off('close', resolve)
        resolve()
      })
    })
  let last: Promise<void> = Promise.resolve()
  const through = (bytes: Buffer): Promise<void> => {
    last = last.then(() => (response.destroyed ? undefined : pass(bytes, write)))
    return last
  }
  response.write = (...given: unknown[]) => {
    void through(bytesOf(given) ?? Buffer.of()).then(() => {
      callbackOf(given)?.()
      response.emit('drain')
    })
    return false
  }
  response.end = (...given: unknown[]) => {
    const bytes = bytesOf(given)
    void (bytes === undefined ? last : through(bytes)).then(() => end(callbackOf(given)))
    return response
  }
}

/** Of what `write` and `end` are given: a text with its encoding, or bytes, or nothing. */
function bytesOf([chunk, encoding]: readonly unknown[]): Buffer | undefined {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  if (typeof chunk !== 'string') return undefined
  return Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
}

const callbackOf = (given: readonly unknown[]) => given.find((each): each is () => void => typeof each === 'function')

/** Ends the body too early, and with it the connection, unless that would be noticed. */
export function cut(response: Response, { after, silently = false }: NonNullable<KnownFault['cut']>): void {
  let left: number | undefined
  between(response, async (bytes, write) => {
    const declared = Number(response.getHeader('content-length') ?? bytes.length)
    left ??= Math.min(after ?? Math.floor(declared / 2), declared)
    if (silently && !response.headersSent) response.setHeader('Content-Length', left)
    const part = bytes.subarray(0, left)
    left -= part.length
    if (part.length > 0) await write(part)
    if (part.length === bytes.length || silently) return
    response.flushHeaders()
    // Headers go out with the next turn of the loop.
    await pause(0)
    response.destroy()
  })
}

/** Lets the body arrive little by little. */
export function dribble(response: Response, { bytes: most, pause: milliseconds }: NonNullable<KnownFault['dribble']>): void {
  between(response, async (bytes, write) => {
    for (let at = 0; at < bytes.length && !response.destroyed; at += most) {
      await pause(milliseconds)
      await write(bytes.subarray(at, at + most))
    }
  })
}
