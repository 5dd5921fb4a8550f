import { document } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import { declaredNames } from './faults.ts'

const { ask, port } = demoWorld()

const play = (variables: unknown, more: object = {}) =>
  ask('POST /projects/1/jobs/26/play', { body: { job_variables_attributes: variables, ...more } })

describe('every faulty parameter is named, in the order in which they are declared', () => {
  test.each([
    ['GET /projects/1/jobs?per_page=x&page=y', 'page is invalid, per_page is invalid'],
    [
      'GET /projects/1/jobs?per_page=0&page=0&scope[]=odd&scope[]=odder',
      'scope does not have a valid value, page does not have a valid value, per_page does not have a valid value',
    ],
    [
      'GET /projects/1/jobs/one/trace?byte_limit=0&byte_offset=x',
      'job_id is invalid, byte_offset is invalid, byte_limit does not have a valid value',
    ],
    ['GET /projects/1/pipelines/six/jobs?include_retried=perhaps', 'pipeline_id is invalid, include_retried is invalid'],
    [
      'GET /projects/1/jobs/artifacts/master/download?search_recent_successful_pipelines=x',
      'job is missing, search_recent_successful_pipelines is invalid',
    ],
  ])('%s', async (line, error) => {
    expect((await ask(line)).refusal).toEqual([400, { error }])
  })

  test('in the address and in the body', async () => {
    const answer = await ask('POST /projects/1/jobs/one/cancel?force=x', { body: { force: 'perhaps' } })
    expect(answer.refusal).toEqual([400, { error: 'job_id is invalid, force is invalid' }])
  })

  test('in a list member by member, and what comes after the list after it', async () => {
    const answer = await play([{ value: [] }, 1, { key: 'a b' }], { job_inputs: 7 })
    const error = [
      'job_variables_attributes[1] is invalid',
      'job_variables_attributes[0][key] is missing',
      'job_variables_attributes[2][key] does not have a valid value',
      'job_variables_attributes[0][value] is invalid',
      'job_variables_attributes[2][value] is missing',
      'job_inputs is invalid',
    ]
    expect(answer.refusal).toEqual([400, { error: error.join(', ') }])
  })

  test('and nothing is said twice', async () => {
    expect((await play([{ key: '', value: '' }])).json).toEqual({ error: 'job_variables_attributes[0][key] does not have a valid value' })
  })
})

describe('a hostile request stays cheap', () => {
  test('a hundred faults are named, and no more', async () => {
    const { error } = (await play(Array.from({ length: 1000 }, () => 1))).json as { error: string }
    expect(error.split(', ')).toHaveLength(100)
    expect(error).toMatch(/^job_variables_attributes\[0\] is invalid, .+, job_variables_attributes\[99\] is invalid$/)
  })

  test('of a long body the first is named, as of one whose length nobody told', async () => {
    const started = performance.now()
    for (let time = 0; time < 5; time++)
      expect((await play(Array.from({ length: 200_000 }, () => ({})))).refusal).toEqual([
        400,
        { error: 'job_variables_attributes does not have a valid value' },
      ])
    // Finding all of these 400 000 faults takes more than a second each time.
    expect(performance.now() - started).toBeLessThan(3000)
    const answer = await fetch(`http://127.0.0.1:${port()}/api/v4/projects/1/jobs/26/play`, {
      method: 'POST',
      body: new Blob(['{"job_variables_attributes":[1,2,3]}']).stream(),
      headers: { 'Content-Type': 'application/json', 'PRIVATE-TOKEN': 'demo-dana-personal' },
      duplex: 'half',
    })
    expect(await answer.json()).toEqual({ error: 'job_variables_attributes[0] is invalid' })
  })
})

test('the order is that of the contract', () => {
  expect(declaredNames(document).get('playJob')).toEqual([
    'id',
    'job_id',
    'job_variables_attributes',
    'job_variables_attributes[][key]',
    'job_variables_attributes[][value]',
    'job_variables_attributes[][variable_type]',
    'job_inputs',
  ])
})
