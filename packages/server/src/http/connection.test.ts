import { once } from 'node:events'
import { Agent, createServer, get, type Server, type ServerOptions } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { answerBrokenRequests, close } from './connection.ts'

/** A server that answers `/slow` in parts, each when it is told to, and everything else at once. */
async function listening(options: ServerOptions = {}) {
  const steps: (() => void)[] = []
  const server = createServer(options, async (request, response) => {
    await text(request).catch(() => undefined)
    if (request.url === '/slow')
      for (const part of ['one ', 'two ', 'three']) {
        response.write(part)
        await new Promise<void>((done) => steps.push(done))
      }
    response.end('')
  })
  answerBrokenRequests(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  return { server, steps, port: (server.address() as AddressInfo).port }
}

/** Says something to a server, and gives back all that it says until it hangs up. */
async function say(port: number, ...words: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const answer = text(socket)
  for (const word of words) {
    socket.write(word)
    await pause(30)
  }
  return answer
}

const request = (port: number, path: string, agent?: Agent) => get({ host: '127.0.0.1', port, path, agent })

describe('what is not a request', () => {
  test.each([
    ['no HTTP', ['hello\r\n\r\n'], '400 Bad Request'],
    ['a method that does not exist', ['FETCH / HTTP/1.1\r\nHost: a\r\n\r\n'], '400 Bad Request'],
    ['two lengths', ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'], '400 Bad Request'],
    ['a length and parts', ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n'], '400 Bad Request'],
    ['a header with NUL', ['GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n'], '400 Bad Request'],
    ['endless headers', [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`], '431 Request Header Fields Too Large'],
    ['an endless address', [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`], '431 Request Header Fields Too Large'],
  ])('%s', async (_, words, status) => {
    const { port } = await listening()
    const answer = await say(port, ...words)
    const [head = '', body] = answer.split('\r\n\r\n')
    expect(head.split('\r\n')).toEqual(
      expect.arrayContaining([`HTTP/1.1 ${status}`, 'Content-Type: application/json', 'Connection: close']),
    )
    expect(body).toBe(JSON.stringify({ error: status }))
  })

  test('no Host: Node refuses it by itself', async () => {
    const { port } = await listening()
    expect(await say(port, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('after a good answer, another bad request is refused, too', async () => {
    const { port } = await listening()
    const answer = await say(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', 'nonsense\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK.*\{"error":"400 Bad Request"\}$/s)
  })

  test('nothing is put into the middle of an answer', async () => {
    const { port } = await listening()
    const answer = await say(port, 'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n', 'nonsense\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(answer).not.toContain('400')
  })
})

describe('who speaks slowly', () => {
  const options = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 }

  test.each([
    ['headers that do not end', ['GET / HTTP/1.1\r\nHost: a\r\n', 'X: ', 'y', 'y', 'y', 'y', 'y']],
    ['a body that does not come', ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n', '{']],
  ])('%s', async (_, words) => {
    const { port } = await listening(options)
    expect(await say(port, ...words)).toMatch(/^HTTP\/1\.1 408 .*\{"error":"408 Request Timeout"\}$/s)
  })
})

describe('stopping', () => {
  const refused = async (port: number) => {
    const [error] = await once(connect(port, '127.0.0.1'), 'error')
    return error.code
  }

  const slowAnswer = async (port: number, agent: Agent) => {
    const [response] = await once(request(port, '/slow', agent), 'response')
    return text(response)
  }

  const underWay = async (server: Server, steps: readonly unknown[], port: number, agent: Agent) => {
    const answer = slowAnswer(port, agent)
    await expect.poll(() => steps.length).toBe(1)
    return { answer, closed: close(server, 5000).then(() => 'closed') }
  }

  test('an answer under way comes to its end, nobody new gets in, and then it is over at once', async () => {
    const { server, steps, port } = await listening({ keepAliveTimeout: 60_000 })
    const agent = new Agent({ keepAlive: true })
    const { answer, closed } = await underWay(server, steps, port, agent)
    expect(await refused(port)).toBe('ECONNREFUSED')
    for (let step = 0; step < 3; step++) {
      await expect.poll(() => steps.length).toBe(step + 1)
      expect(await Promise.race([closed, pause(30, 'open')])).toBe('open')
      steps[step]?.()
    }
    expect(await answer).toBe('one two three')
    expect(await Promise.race([closed, pause(1000, 'open')])).toBe('closed')
    agent.destroy()
  })

  test('connections that only wait for more are closed', async () => {
    const { server, port } = await listening({ keepAliveTimeout: 60_000 })
    const agent = new Agent({ keepAlive: true })
    const [response] = await once(request(port, '/', agent), 'response')
    await text(response)
    expect(await Promise.race([close(server, 5000).then(() => 'closed'), pause(1000, 'open')])).toBe('closed')
    agent.destroy()
  })

  test('patience ends', async () => {
    const { server, steps, port } = await listening()
    const broken = slowAnswer(port, new Agent()).catch((error: NodeJS.ErrnoException) => error.code)
    await expect.poll(() => steps.length).toBe(1)
    await close(server, 50)
    expect(await broken).toBe('ECONNRESET')
  })
})
