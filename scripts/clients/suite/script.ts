import { assert } from 'chai'
import type { Context } from './case.ts'

/** One answer of the scripted server, or what it does in place of one. `{home}` and `{away}` in a header stand for its two origins. */
export interface Step {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  readonly text?: string
  /** A body of so many bytes, from this place of it on. */
  readonly bytes?: { readonly length: number; readonly from?: number }
  /** The connection breaks before the answer, or after half of its body. */
  readonly cut?: 'at once' | 'midway'
  /** Nothing ever comes, or nothing more after half of the body. */
  readonly silent?: 'at once' | 'midway'
  /** The connection is kept for the next request. Without it each request has its own, so that a cut is the same everywhere. */
  readonly isKept?: true
}

/** A request as it arrived. */
export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Whether it came to the other origin. */
  readonly isAway: boolean
  readonly atInMs: number
  /** Whether whoever asked went away before the answer was complete. */
  readonly wasLeft: boolean
}

let last = 0

/** Has the scripted server answer requests to `baseUrl` one by one; the last step answers all further ones. */
export async function script({ scripted }: Context, ...steps: readonly Step[]) {
  const name = `script-${Math.random().toString(36).slice(2)}-${++last}`
  const address = `${scripted}/scripts/${name}`
  const written = await fetch(address, { method: 'PUT', body: JSON.stringify(steps) })
  assert.equal(written.status, 204)
  await written.body?.cancel()
  const seen = async () => (await (await fetch(address)).json()) as readonly Seen[]
  return { baseUrl: `${scripted}/${name}/api/v4`, seen }
}

/** The bytes that a step with `bytes` sends. */
export const byteAt = (place: number): number => (place * 31 + (place >> 8)) & 0xff

/** Waits until the server has noticed that whoever sent the last request does not wait for the answer any more. */
export async function left(seen: () => Promise<readonly Seen[]>): Promise<void> {
  for (let tries = 0; tries < 250; tries++) {
    if ((await seen()).at(-1)?.wasLeft === true) return
    await new Promise((done) => setTimeout(done, 20))
  }
  assert.fail('the request is still under way')
}
