import { expect, test } from 'vitest'
import { openLog } from './log.ts'

test('an accident is told with what caused it, but not with what that carries', () => {
  const lines: string[] = []
  const log = openLog('error', (line) => lines.push(line))
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED', password: 'not-told' })
  log.accident({ requestId: 'r', operationId: 'getJob', error: new Error('the database does not answer', { cause }) })
  expect(lines.join()).toContain('caused by Error: connect ECONNREFUSED 127.0.0.1:5432 (ECONNREFUSED)')
  expect(lines.join()).toContain('the database does not answer')
  expect(lines.join()).not.toContain('not-told')
})
