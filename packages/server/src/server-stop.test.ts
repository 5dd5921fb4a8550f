import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { start } from './server.ts'
import { readSettings } from './settings.ts'

test('whoever downloads slowly still gets everything when the server is told to stop', async () => {
  const logged: string[] = []
  const server = await start(readSettings(['--port=0', '--data=:memory:'], {}), {
    say: () => undefined,
    complain: (line) => logged.push(line),
  })
  const agent = new Agent({ keepAlive: true })
  const headers = { 'PRIVATE-TOKEN': 'demo-dana-personal' }
  const [answer] = await once(get(`${server.url}/api/v4/projects/1/jobs/8/artifacts`, { agent, headers }), 'response')
  const stopped = server.stop().then(() => 'stopped')
  let size = 0
  for await (const chunk of answer) {
    size += chunk.length
    await pause(50)
  }
  expect(size).toBe(Number(answer.headers['content-length']))
  expect(await Promise.race([stopped, pause(2000, 'still there')])).toBe('stopped')
  await expect(fetch(`${server.url}/health`)).rejects.toThrow()
  expect(logged.map((line) => JSON.parse(line).message)).toEqual(['started', 'stopped'])
  agent.destroy()
})

test('while it stops, a connection that is still open gets nothing new', async () => {
  const server = await start(readSettings(['--port=0', '--data=:memory:', '--log-level=silent'], {}), {
    say: () => undefined,
    complain: () => undefined,
  })
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  const said: string[] = []
  socket.setEncoding('latin1').on('data', (words: string) => said.push(words))
  const token = 'PRIVATE-TOKEN: demo-dana-personal\r\n'
  socket.write(`GET /api/v4/projects/1/jobs HTTP/1.1\r\nHost: a\r\n${token}\r\n`)
  await expect.poll(() => said.join(''), { timeout: 20_000 }).toContain('HTTP/1.1 200 OK')
  socket.write(`POST /api/v4/projects/1/jobs/11/retry HTTP/1.1\r\nHost: a\r\n${token}`) // not yet the whole request
  await pause(50)
  const stopped = server.stop()
  said.length = 0
  socket.write('\r\n')
  await once(socket, 'end')
  const [head = '', body] = said.join('').split('\r\n\r\n')
  expect(head.split('\r\n')).toEqual(
    expect.arrayContaining(['HTTP/1.1 503 Service Unavailable', 'Retry-After: 1', 'Connection: close', 'Content-Type: application/json']),
  )
  expect(body).toBe('{"message":"503 Service Unavailable"}')
  await stopped
})
