import { type OperationId, operations } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

const post = (name: string) => `POST /projects/1/jobs/${name}`
/** Every operation with a POST, each on a job on which it succeeds. */
const posts: Readonly<Record<string, readonly [string, number]>> = {
  cancelJob: [post('8/cancel'), 201],
  retryJob: [post('11/retry'), 201],
  eraseJob: [post('8/erase'), 201],
  playJob: [post('26/play'), 200],
  keepJobArtifacts: [post('8/artifacts/keep'), 200],
}

test('every POST is asked below', () => {
  const all = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].method === 'post')
  expect(all.sort()).toEqual(Object.keys(posts).sort())
})

const json = { 'Content-Type': 'application/json' }
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** What real clients send when they have nothing to say. */
const nothings: readonly (readonly [string, object])[] = [
  ['no body and no type', {}],
  ['an empty object', { body: '{}', headers: json }],
  ['an empty object with a charset', { body: '{}', headers: { 'Content-Type': 'application/json; charset=utf-8' } }],
  ['JSON type and nothing', { headers: json }],
  ['JSON type and an empty body', { body: '', headers: json }],
  ['form type and nothing', { headers: form }],
  ['an empty form', { body: '', headers: form }],
  ['null', { body: 'null', headers: json }],
  ['members nobody knows', { body: { x: { y: [1] }, id: 99, job_id: 'one' } }],
]

describe.each(Object.entries(posts))('%s', (_, [line, status]) => {
  test.each(nothings)('takes %s', async (_, question) => {
    await fresh()
    expect(await ask(line, { as: 'mia', ...question })).toMatchObject({ status, headers: { 'content-type': 'application/json' } })
  })
})

test.each([
  ['DELETE /projects/1/jobs/8/artifacts', 204],
  ['DELETE /projects/1/artifacts', 202],
])('%s takes an empty object, and JSON type with nothing', async (line, status) => {
  await fresh()
  expect((await ask(line, { as: 'mia', body: {} })).status).toBe(status)
  expect((await ask(line, { as: 'mia', headers: json })).status).toBe(status)
})

describe('operations that take no body do not even look at it', () => {
  test.each([
    ['broken JSON', '{', json],
    ['XML', '<a/>', { 'Content-Type': 'application/xml' }],
    ['no type at all', 'x', { 'Content-Type': 'nonsense' }],
  ])('%s', async (_, body, headers) => {
    await fresh()
    expect((await ask(post('8/erase'), { as: 'mia', body, headers })).status).toBe(201)
    expect((await ask('GET /projects/1/jobs/8', { body, headers })).status).toBe(200)
  })
})

describe.each(['8/cancel', '11/retry', '26/play'])('what cannot be read is refused: %s', (name) => {
  const malformed = 'message body does not match declared format'
  test.each([
    ['broken JSON', '{', json, 400, malformed],
    ['JSON in another charset', '{}', { 'Content-Type': 'application/json; charset=utf-16' }, 400, malformed],
    ['what is not compressed, but says so', '{}', { ...json, 'Content-Encoding': 'gzip' }, 400, malformed],
    ['a list', '[]', json, 400, 'body is invalid'],
    ['a number', '5', json, 400, 'body is invalid'],
    ['a text', '"x"', json, 400, 'body is invalid'],
    ['XML', '<a/>', { 'Content-Type': 'application/xml' }, 415, "The provided content-type 'application/xml' is not supported."],
    [
      'parts',
      '--x--',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      415,
      "The provided content-type 'multipart/form-data' is not supported.",
    ],
    ['a charset nobody knows', '{}', { 'Content-Type': 'application/json; charset=x' }, 415, "The provided charset 'x' is not supported."],
    ['a packing nobody knows', '{}', { ...json, 'Content-Encoding': 'zzz' }, 415, "The provided content-encoding 'zzz' is not supported."],
  ])('%s', async (_, body, headers, status, error) => {
    expect((await ask(post(name), { as: 'mia', body, headers })).refusal).toEqual([status, { error }])
  })
})

describe('1 MiB is the most', () => {
  const padded = (bytes: number) => `{${' '.repeat(bytes - 2)}}`
  test.each([
    [2 ** 20, 201],
    [2 ** 20 + 1, 413],
  ])('%i bytes: %i', async (bytes, status) => {
    await fresh()
    expect((await ask(post('11/retry'), { body: padded(bytes), headers: json })).status).toBe(status)
  })

  test('of a form, too, and of what was compressed', async () => {
    const { gzipSync } = await import('node:zlib')
    const much = `x=${'y'.repeat(2 ** 20)}`
    const answers = [
      await ask(post('26/play'), { body: much, headers: form }),
      await ask(post('26/play'), {
        body: gzipSync(padded(2 ** 20 + 1)).toString('latin1'),
        headers: { ...json, 'Content-Encoding': 'gzip' },
      }),
    ]
    expect(answers[0]?.refusal).toEqual([413, { error: 'Request Entity Too Large' }])
    expect([400, 413]).toContain(answers[1]?.status)
  })
})

describe('variables of play, as clients spell them', () => {
  const variables = [
    { key: 'REGION', value: 'eu north', variable_type: 'env_var' },
    { key: 'CERT', value: '', variable_type: 'file' },
  ]
  test.each([
    [
      'JSON',
      {
        job_variables_attributes: [
          { key: 'REGION', value: 'eu north' },
          { key: 'CERT', value: '', variable_type: 'file' },
        ],
      },
    ],
    [
      'a form with indices',
      'job_variables_attributes[0][key]=REGION&job_variables_attributes[0][value]=eu+north&job_variables_attributes[1][key]=CERT&job_variables_attributes[1][value]=&job_variables_attributes[1][variable_type]=file',
    ],
    [
      'a form without',
      'job_variables_attributes[][key]=REGION&job_variables_attributes[][value]=eu%20north&job_variables_attributes[][key]=CERT&job_variables_attributes[][value]=&job_variables_attributes[][variable_type]=file',
    ],
  ])('%s', async (_, body) => {
    const { store } = await fresh()
    const answer = await ask(post('26/play'), { body, headers: typeof body === 'string' ? form : {} })
    expect(answer.status).toBe(200)
    expect((await store.read((reader) => reader.job(26)))?.variables).toEqual(variables)
  })

  test.each([
    [{ job_variables_attributes: [{ value: 'x' }] }, 'job_variables_attributes[0][key] is missing'],
    [{ job_variables_attributes: [{ key: 'A', value: 'x' }, { key: 'B' }] }, 'job_variables_attributes[1][value] is missing'],
    [{ job_variables_attributes: [{ key: 'a b', value: 'x' }] }, 'job_variables_attributes[0][key] does not have a valid value'],
    [{ job_variables_attributes: [{ key: 'A', value: [1] }] }, 'job_variables_attributes[0][value] is invalid'],
    [{ job_variables_attributes: [{ key: 'A', value: null }] }, 'job_variables_attributes[0][value] is invalid'],
    [{ job_variables_attributes: [{ key: 1.5, value: 'x' }] }, 'job_variables_attributes[0][key] is invalid'],
    [{ job_variables_attributes: [{ key: -1, value: 'x' }] }, 'job_variables_attributes[0][key] does not have a valid value'],
    [
      { job_variables_attributes: [{ key: 'A', value: 'x', variable_type: 'odd' }] },
      'job_variables_attributes[0][variable_type] does not have a valid value',
    ],
    [{ job_variables_attributes: {} }, 'job_variables_attributes is invalid'],
    [{ job_variables_attributes: 'A=1' }, 'job_variables_attributes is invalid'],
    [{ job_inputs: [] }, 'job_inputs is invalid'],
    [{ job_inputs: { region: null } }, 'job_inputs[region] is invalid'],
  ])('%o: %s', async (body, error) => {
    expect((await ask(post('26/play'), { body })).refusal).toEqual([400, { error }])
  })
})
