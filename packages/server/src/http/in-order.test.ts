import express, { type RequestHandler } from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { inOrder } from './in-order.ts'

/** What comes out of these steps, and of the handler of errors after them. */
async function outcome(...steps: RequestHandler[]): Promise<string> {
  const failed: express.ErrorRequestHandler = (error: Error, _request, response, _next) => void response.end(`failed: ${error.message}`)
  const last: RequestHandler = (_request, response) => void response.end('nobody answered')
  const server = express().use(inOrder(steps), last, failed).listen(0)
  onTestFinished(() => void server.close())
  const address = server.address()
  return (await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)).text()
}

const pass: RequestHandler = (_request, _response, next) => next()
const passLater: RequestHandler = async (_request, _response, next) => {
  await Promise.resolve()
  next()
}
const answer: RequestHandler = (_request, response) => void response.end('answered')
const never: RequestHandler = (_request, response) => void response.end('came too far')

test.each<[string, string, RequestHandler[]]>([
  ['the first that answers', 'answered', [pass, passLater, answer, never]],
  ['whoever comes after them', 'nobody answered', [pass, passLater]],
  ['an error that is passed on', 'failed: no', [pass, (_request, _response, next) => next(new Error('no')), never]],
  ['an error that is thrown', 'failed: no', [pass, () => Promise.reject(new Error('no')), never]],
  [
    'an error that is thrown after a wait',
    'failed: no',
    [
      passLater,
      () => {
        throw new Error('no')
      },
      never,
    ],
  ],
])('ends with %s', async (_, wanted, steps) => {
  expect(await outcome(...steps)).toBe(wanted)
})
