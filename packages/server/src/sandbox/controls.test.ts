import { type ControlId, sandboxControls } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { control } from './control.ts'
import { controls } from './controls.ts'
import { expectDescribed } from './described-answers.suite.ts'
import { opened, openSandbox } from './sandbox.suite.ts'

const { universe } = await openSandbox()

test('what is described is served, and nothing else', () => {
  const described = Object.values(sandboxControls).map(({ method, path }) => `${method} ${path}`)
  const routes = control(controls(new Map())).stack.flatMap(({ route }) => (route === undefined ? [] : [route]))
  const served = routes.map(({ path, stack }) => `${stack[0]?.method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(served).toEqual(described)
})

type Request = [what: string, id: ControlId, body: unknown, status: number, answer: unknown]
const began = new Date(opened).toISOString()
const fresh = { world: 'demo', began_at: began, now: began, speed: 0 }

test.each<Request>([
  ['a universe that nobody has changed', 'getUniverse', undefined, 200, fresh],
  ['back to the beginning', 'resetUniverse', undefined, 200, fresh],
  ['another world', 'loadWorld', { world: 'company' }, 200, { ...fresh, world: 'company' }],
  ['another time', 'loadWorld', { world: 'demo', at: '2030-01-01T00:00:00Z' }, 200, { began_at: '2030-01-01T00:00:00.000Z' }],
  ['a world that is none', 'loadWorld', { world: 'dmeo' }, 404, { error: 'there is no world dmeo' }],
  ['no world', 'loadWorld', {}, 400, { error: "body must have required property 'world'" }],
  ['an hour later', 'moveClock', { advance: '1h' }, 200, { now: new Date(opened + 3_600_000).toISOString() }],
  ['a clock that runs', 'moveClock', { speed: 60 }, 200, { speed: 60 }],
  ['no length of time', 'moveClock', { advance: 'soon' }, 400, { error: expect.stringMatching(/^body\/advance must match pattern/) }],
  ['backwards', 'moveClock', { speed: -1 }, 400, { error: 'body/speed must be >= 0' }],
  ['something else', 'moveClock', { advnace: '1h' }, 400, { error: 'body must NOT have additional properties' }],
  ['nothing', 'moveClock', {}, 400, { error: 'body must NOT have fewer than 1 properties' }],
  ['no JSON', 'moveClock', '{"adv', 400, { error: 'the body is not JSON' }],
  ['a pace', 'setPace', { mode: 'reads', reads: 3 }, 200, { pace: { mode: 'reads', reads: 3 } }],
  ['a pace for a job', 'setPace', { mode: 'reads', job: 'unit' }, 200, { job_paces: [{ job: 'unit', pace: { mode: 'reads', reads: 1 } }] }],
  ['no pace', 'setPace', { mode: 'slowly' }, 400, { error: 'body/mode must be equal to one of the allowed values' }],
  ['an end', 'forceStatus', { status: 'canceled' }, 200, { id: 21, name: 'unit', status: 'canceled' }],
  ['no status', 'forceStatus', { status: 'done' }, 400, { error: 'body/status must be equal to one of the allowed values' }],
  ['no faults', 'listFaults', undefined, 200, []],
  ['a fault', 'addFault', { rate: 0.5, cut: { after: 9 } }, 201, { id: 1, rate: 0.5, cut: { after: 9, silently: false } }],
  ['a fault that is not there', 'removeFault', undefined, 404, { error: 'there is no fault 21' }],
  ['an empty journal', 'readJournal', undefined, 200, []],
  ['the contract', 'getControls', undefined, 200, { openapi: '3.1.1' }],
  ['the states of jobs', 'listJobStates', undefined, 200, expect.arrayContaining([{ id: 39, name: 'release-console', status: 'manual' }])],
  ['all worlds', 'listWorlds', undefined, 200, expect.arrayContaining([expect.objectContaining({ name: 'demo' })])],
])('%s: %s', async (_, id, body, status, answer) => {
  const { ask } = await universe()
  const { method, path } = sandboxControls[id]
  const given = await ask(`${method.toUpperCase()} ${path.replace(/\{\w+\}/, '21')}`, { body, as: null })
  expect(given).toEqual({
    status,
    body: Array.isArray(answer) || 'asymmetricMatch' in Object(answer) ? answer : expect.objectContaining(answer),
  })
  expectDescribed(id, given)
})

test('an address that is not described is the API’s to refuse', async () => {
  const { ask } = await universe()
  expect(await ask('POST /sandbox/nothing')).toEqual({ status: 404, body: { error: '404 Not Found' } })
  expect((await ask('DELETE /sandbox')).status).toBe(404)
})
