import { expect, test } from 'vitest'
import { type ClientEvent, createJobsClient } from './index.ts'
import { listen, textOf } from './listen.suite.ts'

/** A server that is busy at first; what it is sent and what is told of it. */
async function scene() {
  const seen: string[] = []
  const events: ClientEvent[] = []
  const origin = await listen((request, response) => {
    const isFirst = seen.push(textOf(request)) === 1
    response.writeHead(isFirst ? 503 : 200, { 'Retry-After': '0' }).end('{"id":8}')
  })
  return { seen, events, baseUrl: `${origin}/api/v4` }
}

test('each attempt of a call is told, from its request to its end', async () => {
  const { events, baseUrl } = await scene()
  await createJobsClient({ baseUrl, token: 't', onEvent: (event) => events.push(event) }).getJob(1, 8)
  const told = events.map(({ type, operationId, attempt }) => `${operationId} ${attempt} ${type}`)
  expect(told).toEqual(['getJob 1 request', 'getJob 1 retry', 'getJob 2 request', 'getJob 2 answer'])
})

test('a request that is told can be given a header, with every attempt another one', async () => {
  const { seen, baseUrl } = await scene()
  let count = 0
  const onEvent = (event: ClientEvent) => {
    if (event.type === 'request') event.request.headers.set('traceparent', `trace-${++count}`)
  }
  await createJobsClient({ baseUrl, token: 't', onEvent }).getJob(1, 8)
  expect(seen.map((text) => /trace-\d/.exec(text)?.[0])).toEqual(['trace-1', 'trace-2'])
  expect(seen.every((text) => text.includes('private-token'))).toBe(true)
})
