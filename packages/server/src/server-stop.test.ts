import { once } from 'node:events'
import { Agent, get } from 'node:http'
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
