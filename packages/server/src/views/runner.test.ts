import { expect, test } from 'vitest'
import { runner } from '../storage/sample-records.suite.ts'
import { runnerManagerView, runnerView } from './runner.ts'

const minute = 60_000
const now = Date.UTC(2026, 10, 20, 10)
const silent = (minutes: number) => ({ ...runner, manager: { ...runner.manager, contactedAt: now - minutes * minute } })

test.each([
  [0, 'online'],
  [119, 'online'],
  [120, 'offline'],
  [7 * 24 * 60 - 1, 'offline'],
  [7 * 24 * 60, 'stale'],
])('silent for %i minutes: %s', (minutes, status) => {
  expect(runnerView(silent(minutes), now)).toMatchObject({ status, online: status === 'online' })
  expect(runnerManagerView(silent(minutes), now)).toMatchObject({ status })
})

test.each([
  [false, { paused: false, active: true }],
  [true, { paused: true, active: false }],
])('paused: %s', (paused, wanted) => {
  expect(runnerView({ ...runner, paused }, now)).toMatchObject(wanted)
})

test.each([
  ['instance_type', true],
  ['group_type', false],
  ['project_type', false],
])('%s is shared: %s', (type, is_shared) => {
  expect(runnerView({ ...runner, type }, now)).toMatchObject({ runner_type: type, is_shared })
})

test('a runner hides its address, its manager shows it', () => {
  const known = { ...runner, manager: { ...runner.manager, ipAddress: '203.0.113.1' } }
  expect([runnerView(known, now).ip_address, runnerManagerView(known, now).ip_address]).toEqual([null, '203.0.113.1'])
})
