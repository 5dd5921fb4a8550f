import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import { parseQuery, spellBooleans } from './query.ts'

describe('a query as GitLab reads it', () => {
  test.each([
    ['', {}],
    [undefined, {}],
    ['page=2&per_page=5', { page: '2', per_page: '5' }],
    ['page=1&page=2', { page: '2' }],
    ['scope=a', { scope: 'a' }],
    ['scope=a&scope=b', { scope: 'b' }],
    ['scope[]=a&scope[]=b', { scope: ['a', 'b'] }],
    ['scope%5B%5D=a&scope%5b%5d=b', { scope: ['a', 'b'] }],
    ['scope[0]=a&scope[1]=b', { scope: ['a', 'b'] }],
    ['scope[x]=a', { scope: ['a'] }],
    ['scope[]=a', { scope: ['a'] }],
    ['scope=', { scope: '' }],
    ['scope[]=', { scope: [''] }],
    ['ref=&page=&job=', {}],
    ['job=rspec%3Aunit+1%2F2', { job: 'rspec:unit 1/2' }],
    ['job=rspec:unit 1/2', { job: 'rspec:unit 1/2' }],
    ['ref=a%zz', { ref: 'a%zz' }],
    ['include_retried=True', { include_retried: 'true' }],
    ['include_retried=1&recursive=0', { include_retried: 'true', recursive: 'false' }],
    ['include_retried=perhaps', { include_retried: 'perhaps' }],
    ['ref=True&page=1', { ref: 'True', page: '1' }],
  ])('%s: %o', (text, wanted) => {
    expect({ ...parseQuery(text) }).toEqual(wanted)
  })

  test('names that objects have already are names like others', () => {
    const query = parseQuery('__proto__[]=x&constructor=y&toString=z')
    expect(Object.keys(query)).toEqual(['__proto__', 'constructor', 'toString'])
    expect('polluted' in {}).toBe(false)
  })
})

test.each([
  [{ force: 'True' }, { force: true }],
  [{ force: '0' }, { force: false }],
  [{ force: 'perhaps' }, { force: 'perhaps' }],
  [{ force: 1 }, { force: 1 }],
  [{ name: 'true' }, { name: 'true' }],
  [null, null],
  ['true', 'true'],
])('a body %o: %o', (body, wanted) => {
  spellBooleans(body)
  expect(body).toEqual(wanted)
})

const { ask } = demoWorld()

describe('scope', () => {
  const lists = ['/projects/1/jobs', '/projects/1/pipelines/10/jobs', '/projects/1/pipelines/10/bridges']

  test.each(
    lists.flatMap((list) =>
      ['scope[]=failed&scope[]=running', 'scope%5B%5D=failed&scope%5B%5D=running', 'scope[0]=failed&scope[1]=running'].map((query) => [
        list,
        query,
      ]),
    ),
  )('%s?%s shows both', async (list, query) => {
    const both = (await ask(`GET ${list}?${query}`)).ids
    const [failed, running] = [(await ask(`GET ${list}?scope=failed`)).ids, (await ask(`GET ${list}?scope=running`)).ids]
    expect(failed.length).toBeGreaterThan(0)
    expect(both).toEqual([...failed, ...running].sort((one, other) => other - one))
  })

  test.each(lists)('of a repeated plain scope the last counts: %s', async (list) => {
    const [last, repeated] = [await ask(`GET ${list}?scope=success`), await ask(`GET ${list}?scope=failed&scope=success`)]
    expect(repeated.ids).toEqual(last.ids)
  })

  test.each(
    lists.flatMap((list) =>
      [
        'scope=nonsense',
        'scope[]=nonsense',
        'scope[]=failed&scope[]=nonsense',
        'scope=',
        'scope[]=',
        'scope=failed,success',
        'scope=Failed',
        'scope=failed%20',
      ].map((query) => [list, query]),
    ),
  )('%s?%s is refused', async (list, query) => {
    expect((await ask(`GET ${list}?${query}`)).refusal).toEqual([400, { error: 'scope does not have a valid value' }])
  })

  test.each(
    'created waiting_for_resource preparing waiting_for_callback pending running success failed canceling canceled skipped manual scheduled'.split(
      ' ',
    ),
  )('each status is one: %s', async (status) => {
    const answer = await ask(`GET /projects/1/jobs?scope[]=${status}`)
    expect(answer.status).toBe(200)
    expect([...new Set((answer.json as { status: string }[]).map((job) => job.status))]).toEqual([status])
  })
})

describe('booleans', () => {
  const retried = async (query: string) => (await ask(`GET /projects/1/pipelines/10/jobs?${query}`)).ids.includes(16)

  test.each([
    ['include_retried=true', true],
    ['include_retried=True', true],
    ['include_retried=1', true],
    ['include_retried=false', false],
    ['include_retried=False', false],
    ['include_retried=0', false],
    ['include_retried=', false],
    ['include_retried', false],
    ['include_retried=false&include_retried=true', true],
  ])('%s: %s', async (query, wanted) => {
    expect(await retried(query)).toBe(wanted)
  })

  test.each(['maybe', '2', '[]', 'null'])('include_retried=%s is refused', async (value) => {
    const answer = await ask(`GET /projects/1/pipelines/10/jobs?include_retried=${value}`)
    expect(answer.refusal).toEqual([400, { error: 'include_retried is invalid' }])
  })
})

describe('numbers', () => {
  test.each([
    ['page=0', 'page does not have a valid value'],
    ['page=-1', 'page does not have a valid value'],
    ['page=1.5', 'page is invalid'],
    ['page=one', 'page is invalid'],
    ['page[]=1', 'page is invalid'],
    ['page[a]=1', 'page is invalid'],
    ['per_page=0', 'per_page does not have a valid value'],
    ['per_page=all', 'per_page is invalid'],
    ['page=0&per_page=0', 'page does not have a valid value, per_page does not have a valid value'],
  ])('%s: %s', async (query, error) => {
    expect((await ask(`GET /projects/1/pipelines/6/jobs?${query}`)).refusal).toEqual([400, { error }])
  })

  test.each(['page=99999999999999999999', 'page=9007199254740993&per_page=100', 'page=1000000'])(
    '%s lies beyond every list, and is empty',
    async (query) => {
      for (const list of ['pipelines/6/jobs', 'pipelines/6/bridges', 'jobs/42/artifacts/tree'])
        expect(await ask(`GET /projects/1/${list}?${query}`)).toMatchObject({ status: 200, json: [] })
    },
  )

  test.each(['per_page=101', 'per_page=100000', 'per_page=99999999999999999999'])('%s is cut to 100', async (query) => {
    const answer = await ask(`GET /projects/1/pipelines/6/jobs?${query}`)
    expect(answer).toMatchObject({ status: 200, headers: { 'x-per-page': '100' } })
  })
})

describe('what an operation does not know is ignored', () => {
  test.each([
    '/projects/1/jobs/8?id=1&job_id=9&page=x',
    '/projects/1/jobs/8/trace?per_page=100&page=1',
    '/projects/1/jobs/8/artifacts/report.txt?per_page=96&order_by=id&sort=asc',
    '/projects/1/jobs/8/artifacts?pagination=keyset',
    '/projects/1/pipelines/6/jobs?id=1&pipeline_id=6&pagination=keyset&cursor=x',
    '/projects/1/jobs?a[b][c]=1&=&&x=%FF',
  ])('%s', async (target) => {
    expect((await ask(`GET ${target}`)).status).toBe(200)
  })
})
