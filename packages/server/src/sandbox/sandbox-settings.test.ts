import { expect, test } from 'vitest'
import { SettingError } from '../setting-table.ts'
import { readSandboxSettings, sandboxDefinitions, sandboxHelp } from './sandbox-settings.ts'
import { startSandbox } from './start-sandbox.ts'

const silent = { say: () => undefined, complain: () => undefined }

test.each<[readonly string[], Record<string, string>, object]>([
  [[], {}, { port: 4001, world: 'demo', at: undefined, speed: 1, pace: { mode: 'time' }, cors_origin: ['*'] }],
  [['--speed', '0.5'], { JOBS_API_SANDBOX_SPEED: '3', JOBS_API_SPEED: '4' }, { speed: 0.5 }],
  [[], { JOBS_API_SANDBOX_SPEED: '3' }, { speed: 3 }],
  [['--pace=reads:3'], {}, { pace: { mode: 'reads', reads: 3 } }],
  [['--pace=at_once'], {}, { pace: { mode: 'at_once' } }],
  [['--at', '2026-11-20T10:00:00Z'], {}, { at: Date.UTC(2026, 10, 20, 10) }],
])('%j with %j', (args, environment, settings) => {
  expect(readSandboxSettings(args, environment)).toMatchObject(settings)
})

test.each([['--pace=soon'], ['--pace=reads:0'], ['--speed=fast'], ['--speed=1e9'], ['--at=tomorrow'], ['--reset']])(
  '%s makes no sense',
  (flag) => {
    expect(() => readSandboxSettings([flag], {})).toThrow(SettingError)
  },
)

test('the help names every setting', () => {
  for (const name of Object.keys(sandboxDefinitions)) expect(sandboxHelp()).toContain(`--${name.replaceAll('_', '-')}`)
})

test('it listens, says where, and stops', async () => {
  const said: string[] = []
  const settings = readSandboxSettings(['--port', '0'], {})
  const { url, stop } = await startSandbox(settings, { ...silent, say: (text) => void said.push(text) })
  expect(said.join()).toContain(`${url}/api/v4`)
  expect((await fetch(`${url}/sandbox`)).status).toBe(200)
  await stop()
  await expect(fetch(url)).rejects.toThrow()
})

test('a world that there is not is said, and no port is kept', async () => {
  const settings = readSandboxSettings(['--port', '0', '--world', 'dmeo'], {})
  await expect(startSandbox(settings, silent)).rejects.toThrow(/^there is no world dmeo; there are demo/)
})
