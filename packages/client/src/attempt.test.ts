import { getEventListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createJobsClient } from './index.ts'
import { listen } from './listen.suite.ts'

// An answer that is a stream outlives its call. Whatever becomes of it, nothing stays behind.

/** A server that sends the beginning of an archive and then does as told; and whether its connection has been closed since. */
async function begun(goOn: (response: ServerResponse) => void) {
  const closed = Promise.withResolvers<void>()
  const origin = await listen((_, response) => {
    response.on('close', closed.resolve)
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': 8 })
    response.write('PK..', () => goOn(response))
  })
  const { signal, ...controller } = abortable()
  const jobs = createJobsClient({ baseUrl: `${origin}/api/v4`, token: 't', attemptTimeoutInMs: 100 })
  const stream = await jobs.downloadJobArtifacts(1, 8, { signal })
  return { stream, closed: closed.promise, listeners: () => getEventListeners(signal, 'abort').length, ...controller }
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) }
}

describe('nothing is left on the signal of the caller', () => {
  test('when a stream has come to its end', async () => {
    const { stream, listeners } = await begun((response) => response.end('....'))
    expect(listeners()).toBe(1)
    expect(await new Response(stream).text()).toBe('PK......')
    expect(listeners()).toBe(0)
  })

  test('when it breaks', async () => {
    const { stream, listeners } = await begun((response) => response.destroy())
    await expect(new Response(stream).text()).rejects.toThrow('terminated')
    expect(listeners()).toBe(0)
  })

  test('when it is cancelled, which closes the connection', async () => {
    const { stream, listeners, closed } = await begun(() => undefined)
    const reader = stream.getReader()
    expect((await reader.read()).value).toHaveLength(4)
    await reader.cancel()
    expect(listeners()).toBe(0)
    await closed
  })

  test('when there is none', async () => {
    const origin = await listen((_, response) => response.writeHead(304).end())
    const { signal } = new AbortController()
    const jobs = createJobsClient({ baseUrl: `${origin}/api/v4`, token: 't' })
    expect(await jobs.downloadJobArtifacts(1, 8, { signal })).toBeUndefined()
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

test('an abort ends a stream long after its call, and closes the connection', async () => {
  const { stream, abort, closed } = await begun(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 150)) // the time of an attempt does not count any more
  const reading = new Response(stream).text()
  abort('enough')
  await expect(reading).rejects.toBe('enough')
  await closed
})

test('a stream ends with its signal, even if the platform lets a read wait for ever', async () => {
  const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) })
  const jobs = createJobsClient({ baseUrl: 'http://gitlab.test/api/v4', token: 't', fetch: async () => new Response(silent) })
  const enough = new AbortController()
  const reader = (await jobs.getJobLog(1, 8, { as: 'stream', signal: enough.signal })).getReader()
  const read = reader.read()
  enough.abort('enough')
  await expect(read).rejects.toBe('enough')
})
