import { JobsApiError } from '@jobs-api/client'
import { expect, test } from 'vitest'
import { Tolerance } from './tolerance.ts'

const error = (kind: JobsApiError['kind']) =>
  new JobsApiError('no', { kind, operationId: 'getJobLog', canRetry: false, wasNotHandled: false })
const accepted = (tolerance: Tolerance, given: unknown): boolean => {
  try {
    return tolerance.accept(given) === given
  } catch (thrown) {
    expect(thrown).toBe(given)
    return false
  }
}

test.each([
  ['not_found', true],
  ['refused', true],
  ['failed', true],
  ['broken_answer', true],
  ['network', false],
  ['timed_out', false],
  ['unauthorized', false],
  ['rate_limited', false],
] as const)('an import goes on after %s: %s', (kind, goesOn) => {
  expect(accepted(new Tolerance(), error(kind))).toBe(goesOn)
})

test('an accident is none of its business', () => {
  expect(accepted(new Tolerance(), new TypeError('a bug'))).toBe(false)
})

test('failures are accepted as long as something else is answered between them', () => {
  const tolerance = new Tolerance()
  const tries = (count: number) => Array.from({ length: count }, () => accepted(tolerance, error('failed')))
  expect(tries(5)).toEqual(Array(5).fill(true))
  tolerance.relax()
  expect(tries(5)).toEqual(Array(5).fill(true))
  accepted(tolerance, error('refused'))
  expect(tries(6)).toEqual([...Array(5).fill(true), false])
})
