import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { createJobsClient } from './index.ts'
import { listen } from './listen.suite.ts'
import { backOff, sleep, waitAskedFor } from './waits.ts'

const now = Date.parse('2026-03-01T12:00:00Z')

describe('the wait that an answer asks for', () => {
  test.each([
    [429, { 'Retry-After': '7' }, 7000],
    [503, { 'Retry-After': '0' }, 0],
    [503, { 'Retry-After': 'Sun, 01 Mar 2026 12:00:30 GMT' }, 30_000],
    [503, { 'Retry-After': 'Sun, 01 Mar 2026 11:00:00 GMT' }, 0],
    [429, { 'RateLimit-Reset': String(now / 1000 + 9) }, 9000],
    [429, { 'RateLimit-Reset': String(now / 1000 - 9) }, 0],
    [429, { 'Retry-After': '2', 'RateLimit-Reset': String(now / 1000 + 9) }, 2000],
    [429, { 'Retry-After': 'soon', 'RateLimit-Reset': String(now / 1000 + 9) }, 9000],
    [503, { 'Retry-After': 'soon' }, undefined],
    [503, { 'RateLimit-Reset': String(now / 1000 + 9) }, undefined],
    [429, { 'RateLimit-Reset': 'never' }, undefined],
    [429, {}, undefined],
  ])('%i %o: %s ms', (status, headers, wait) => {
    expect(waitAskedFor(new Headers(headers), status, now)).toBe(wait)
  })
})

test.each([
  [1, 250],
  [2, 500],
  [3, 1000],
  [7, 10_000],
  [50, 10_000],
])('after attempt %i anything up to %i ms', (attempt, most) => {
  expect([0, 0.5, 1].map((chance) => backOff(attempt, () => chance))).toEqual([0, most / 2, most])
})

describe('sleep', () => {
  test('leaves no listener behind, whether it ends or is ended', async () => {
    const controller = new AbortController()
    await sleep(1, controller.signal)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    const longer = sleep(60_000, controller.signal)
    controller.abort('enough')
    await expect(longer).rejects.toBe('enough')
    await expect(sleep(60_000, controller.signal)).rejects.toBe('enough')
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })
})

/** Ways in which a call hangs. */
const hanging = {
  sleeping: () => listen((_, response) => response.writeHead(503, { 'Retry-After': '60' }).end()),
  sending: () => listen(() => undefined),
  reading: () => listen((_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"id":')),
  'reading a refusal': () => listen((_, response) => response.writeHead(500).write('{"message":')),
}

describe.each(Object.entries(hanging))('a call that hangs while %s', (_, start) => {
  test('is over within 50 ms of its abort', async () => {
    const controller = new AbortController()
    const call = createJobsClient({ baseUrl: `${await start()}/api/v4`, token: 't' }).getJob(1, 8, { signal: controller.signal })
    let aborted = 0
    setTimeout(() => {
      aborted = performance.now()
      controller.abort('enough')
    }, 150)
    await expect(call).rejects.toBe('enough')
    expect(performance.now() - aborted).toBeLessThan(50)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  test('takes no longer than it may', async () => {
    const options = { baseUrl: `${await start()}/api/v4`, token: 't', timeoutInMs: 200, attemptTimeoutInMs: 120 }
    const begun = performance.now()
    await expect(createJobsClient(options).getJob(1, 8)).rejects.toMatchObject({ name: 'JobsApiError', canRetry: true })
    expect(performance.now() - begun).toBeLessThan(400)
  })
})
