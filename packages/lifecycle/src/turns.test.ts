import { expect, test } from 'vitest'
import type { JobStatus } from './statuses.ts'
import { mirrored, turns } from './turns.ts'

/**
 * A pipeline on one line: stages apart by `/`, jobs by spaces, each `status`, with `:when` where that is not `on_success` and `?`
 * where it may fail. Beside it what becomes of the jobs.
 */
const table: readonly (readonly [string, string])[] = [
  ['created created', 'enqueue enqueue'],
  ['created / created', 'enqueue -'],
  ['success / created', '- enqueue'],
  ['success pending / created', '- - -'],
  ['running / created:always', '- -'],
  ['failed / created', '- skip'],
  ['failed / created / created', '- skip skip'],
  ['failed? / created', '- enqueue'],
  ['failed? / created:on_failure', '- skip'],
  ['failed success / created:on_failure created:always created', '- - enqueue enqueue skip'],
  ['failed / created:on_failure / created', '- enqueue -'],
  ['success / created:on_failure / created', '- skip enqueue'],
  ['failed / created:manual', '- skip'],
  ['failed / created:delayed', '- skip'],
  ['skipped / created', '- enqueue'],
  ['canceled / created', '- skip'],
  ['canceled / created:always', '- skip'],
  ['success / created:manual', '- actionize'],
  ['success / created:manual / created', '- actionize -'],
  ['success / created:manual? / created', '- actionize enqueue'],
  ['success / manual:manual / created', '- - -'],
  ['success / manual:manual? / created', '- - enqueue'],
  ['success / manual:manual / created:always', '- - -'],
  ['success / success:manual / created', '- - enqueue'],
  ['success / created:delayed / created', '- schedule -'],
  ['success / scheduled:delayed / created', '- - -'],
  ['waiting_for_callback / created', '- -'],
  ['canceling / created', '- -'],
  ['', ''],
]

const pipeline = (line: string) =>
  line.split('/').flatMap((stage, stageIndex) =>
    stage
      .trim()
      .split(' ')
      .filter(Boolean)
      .map((word) => {
        const [status = '', when = 'on_success'] = word.replace('?', '').split(':')
        return { status: status as JobStatus, when: when as 'always', allow_failure: word.endsWith('?'), stageIndex }
      }),
  )

test.each(table)('%s: %s', (line, wanted) => {
  const jobs = pipeline(line)
  const found = turns(jobs)
  expect(jobs.map((job) => found.find((each) => each.job === job)?.event ?? '-').join(' ')).toBe(wanted)
})

test('the order in which jobs are told does not matter', () => {
  const jobs = pipeline('failed / created / created:always')
  const events = (all: typeof jobs) => new Map(turns(all).map(({ job, event }) => [job.stageIndex, event]))
  expect(events([...jobs].reverse())).toEqual(events(jobs))
})

test.each([
  ['success', 'succeed'],
  ['failed', 'drop'],
  ['canceled', 'drop'],
  ['skipped', 'drop'],
  ['manual', undefined],
  ['running', undefined],
  ['canceling', undefined],
] as const)('a trigger job whose pipeline is %s: %s', (status, wanted) => {
  expect(mirrored(status)).toBe(wanted)
})
