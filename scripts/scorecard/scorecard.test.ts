import { availableParallelism } from 'node:os'
import { examine, rows } from '@jobs-api/conformance/scorecard'
import { expect, test } from 'vitest'
import { candidates } from './candidates.ts'

const [ours, gitbeaker] = candidates('')
const how = { pauseInSeconds: 1, largeInMiB: 1, atOnce: availableParallelism() }

test('our own client does no harm', { timeout: 60_000 }, async () => {
  const findings = await examine({ ...how, rows, command: ours?.command ?? { file: '', args: [] } })
  expect(findings).toHaveLength(rows.length)
  expect(findings.filter(({ verdict }) => verdict !== 'good').map(({ row, figure }) => `${row.id}: ${figure}`)).toEqual([])
})

test('what is known of another client is found', { timeout: 60_000 }, async () => {
  const known = rows.filter(({ id }) => /personal-token|bad-gateway|cut/.test(id))
  const findings = await examine({ ...how, rows: known, command: gitbeaker?.command ?? { file: '', args: [] } })
  expect(findings.map(({ row, verdict }) => `${row.id} ${verdict}`)).toEqual([
    'credentials.personal-token bad',
    'actions.bad-gateway bad',
    'actions.cut good',
  ])
})
