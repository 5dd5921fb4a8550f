import type { Request } from 'express'
import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import { FittingRequests } from './fitting-requests.ts'
import { served } from './served.ts'

const { ask, fresh } = demoWorld()

describe('the second time is like the first', () => {
  test.each([
    'GET /projects/1/jobs',
    'GET /projects/1/jobs?page=2&per_page=3',
    'GET /projects/1/jobs?scope[]=failed&scope[]=success&unknown=1',
    'GET /projects/1/jobs?pagination=keyset&per_page=2',
    'GET /projects/1/jobs?per_page=none',
    'GET /projects/1/jobs?scope=nothing',
    'GET /projects/harbor%2Fwebshop/jobs/8',
    'HEAD /projects/1/jobs/8',
    'GET /projects/1/jobs/8/artifacts/report.txt',
    'GET /projects/1/jobs/8/trace?byte_offset=3&byte_limit=4',
    'GET /projects/1/jobs/artifacts/master/raw/report.txt?job=test',
    'GET /projects/1/jobs/artifacts/master/download',
    'GET /projects/1/jobs/one',
    'GET /projects/1/jobs/999',
    'GET /projects/1/jobs/8/nothing',
    'PUT /projects/1/jobs',
  ])('%s', async (line) => {
    const answers = [await ask(line), await ask(line), await ask(line)]
    const seen = answers.map(({ status, text, headers: { date: _, 'x-request-id': __, ...rest } }) => ({ status, text, rest }))
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })

  test('the same address by another method is another request', async () => {
    await fresh()
    expect((await ask('GET /projects/1/jobs/8/artifacts')).status).toBe(200)
    expect((await ask('DELETE /projects/1/jobs/8/artifacts', { as: 'mia' })).status).toBe(204)
    expect((await ask('GET /projects/1/jobs/8/artifacts')).status).toBe(404)
  })
})

describe('who asks is asked each time', () => {
  const line = (token: string) => `GET /projects/1/jobs/8?private_token=${token}`

  test('by each token in the address, and by each header', async () => {
    for (let time = 0; time < 2; time++) {
      expect((await ask(line('demo-dana-personal'), { as: null })).status).toBe(200)
      expect((await ask(line('demo-nobody'), { as: null })).status).toBe(401)
      expect((await ask('GET /projects/1/jobs/8', { as: null })).status).toBe(401)
      expect((await ask('GET /projects/1/jobs/8')).status).toBe(200)
    }
  })
})

describe('what is remembered', () => {
  const asked = (query: object, headers: object = {}, originalUrl = '/a?x=1') =>
    ({ method: 'GET', originalUrl, headers, query }) as unknown as Request
  const match = { found: true }

  /** As the second time that somebody asks. */
  const remember = (fitting: FittingRequests<object>, request: () => Request) => {
    for (let time = 0; time < 2; time++) if (fitting.recall(request()) === undefined) fitting.remember(request(), match)
  }

  test('is what the validator made of the query, without credentials', () => {
    const fitting = new FittingRequests<object>([])
    remember(fitting, () => asked({ page: 2, private_token: 'secret' }))
    const again = asked({ page: '2', private_token: 'another' })
    expect(fitting.recall(again)).toBe(match)
    expect(again.query).toEqual({ page: 2, private_token: 'another' })
  })

  test('holds for the same address and the same described headers only', () => {
    const fitting = new FittingRequests<object>(['range'])
    remember(fitting, () => asked({}, { range: 'bytes=0-1', accept: '*/*' }))
    expect(fitting.recall(asked({}, { range: 'bytes=0-1' }))).toBe(match)
    expect(fitting.recall(asked({}, { range: 'bytes=0-2' }))).toBeUndefined()
    expect(fitting.recall(asked({}))).toBeUndefined()
    expect(fitting.recall(asked({}, { range: 'bytes=0-1' }, '/a?x=2'))).toBeUndefined()
  })

  test('is never about a request that changes something', () => {
    const fitting = new FittingRequests<object>([])
    remember(fitting, () => ({ ...asked({}), method: 'POST' }) as Request)
    expect(fitting.recall({ ...asked({}), method: 'POST' } as Request)).toBeUndefined()
    expect(fitting.recall(asked({}))).toBeUndefined()
  })

  test('no request for reading has a body, which would have to be looked at each time', () => {
    const reading = Object.entries(served).filter(([, { method }]) => method === 'get')
    expect(reading.filter(([, { takesBody }]) => takesBody)).toEqual([])
  })
})
