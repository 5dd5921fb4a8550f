import { describe, expect, test } from 'vitest'
import { makeArchive } from '../artifacts/archive.ts'
import { indexArchive } from '../artifacts/archive-index.ts'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

describe('a project is named', () => {
  test.each(['1', '01', 'harbor%2Fwebshop', 'harbor%2fwebshop', '%68arbor%2F%77ebshop', 'HARBOR%2FWebShop'])('%s', async (id) => {
    expect((await ask(`GET /projects/${id}/jobs/8`)).job.id).toBe(8)
  })

  test('with every dot encoded, as Go does', async () => {
    const { store } = await fresh()
    await store.write(async (writer) => {
      const project = await writer.project(1)
      if (project !== undefined) await writer.addProject({ ...project, id: 77, path: 'harbor/web.shop' }, [])
      await writer.addMember(77, 2, 30)
    })
    for (const id of ['harbor%2Fweb.shop', 'harbor%2Fweb%2Eshop', 'harbor%2Fweb%2eshop'])
      expect(await ask(`GET /projects/${id}/jobs`)).toMatchObject({ status: 200, json: [] })
  })

  test.each([
    'webshop',
    '1.0',
    '-1',
    '0',
    'harbor%252Fwebshop',
    'harbor%2Fwebshop%2F',
    '%2Fharbor%2Fwebshop',
    '1%2F',
    'harbor%2F..%2Fharbor%2Fwebshop',
    '99999999999999999999',
    '%00',
  ])('and not %s', async (id) => {
    expect((await ask(`GET /projects/${id}/jobs/8`)).refusal).toEqual([404, { message: '404 Project Not Found' }])
  })

  test('with a raw slash it is another address', async () => {
    expect((await ask('GET /projects/harbor/webshop/jobs/8')).refusal).toEqual([404, { error: '404 Not Found' }])
  })
})

describe('a number is one', () => {
  test.each(['one', '8a', '8.5', '%20', 'null', 'tree'])('and %s is none', async (id) => {
    expect((await ask(`GET /projects/1/jobs/${id}`)).refusal).toEqual([400, { error: 'job_id is invalid' }])
    expect((await ask(`GET /projects/1/jobs/${id}/artifacts/report.txt`)).refusal).toEqual([400, { error: 'job_id is invalid' }])
    expect((await ask(`POST /projects/1/jobs/${id}/retry`)).refusal).toEqual([400, { error: 'job_id is invalid' }])
    expect((await ask(`GET /projects/1/pipelines/${id}/jobs`)).refusal).toEqual([400, { error: 'pipeline_id is invalid' }])
  })

  test.each(['0', '-8', '999999', '9007199254740993', '99999999999999999999'])('and %s is not found', async (id) => {
    expect((await ask(`GET /projects/1/jobs/${id}`)).refusal).toEqual([404, { message: '404 Not found' }])
    expect((await ask(`GET /projects/1/pipelines/${id}/bridges`)).refusal).toEqual([404, { message: '404 Not found' }])
  })
})

describe('refs and paths with slashes', () => {
  const names = [
    'dir/deep/file name.txt',
    'größe/日本.txt',
    'keep',
    'keep/x',
    'tree',
    'tree/x',
    'raw/x',
    'a/raw/b',
    '%2F',
    'a%20b',
    'a+b',
    'q?#&',
    "'x'",
  ]

  /** The branch `feature/freight-cost` has succeeded, and its job `unit` (17) left files with these names, each holding its name. */
  async function withArchive() {
    const { store, archives } = await fresh()
    const key = 'test/archive.zip'
    const files = Object.fromEntries(names.map((name) => [name, Buffer.from(name)]))
    const stored = await archives.put(key, makeArchive(files, new Date(0)))
    const bytes = await archives.read(key)
    if (bytes === undefined) throw new Error('not stored')
    const entries = await indexArchive(bytes)
    await store.write(async (writer) => {
      const pipeline = await writer.pipeline(1, 10)
      if (pipeline !== undefined) await writer.savePipeline({ ...pipeline, status: 'success' })
      const row = {
        key,
        jobId: 17,
        fileType: 'archive',
        fileFormat: 'zip',
        filename: 'artifacts.zip',
        access: 'public',
        expireAt: null,
      } as const
      await writer.addArtifact({ ...stored, ...row }, entries)
    })
  }

  const raw = (text: string) => text.split('/').map(encodeURIComponent).join('/')
  const encoded = encodeURIComponent

  test('the archive of a ref', async () => {
    await withArchive()
    for (const spell of [raw, encoded])
      expect((await ask(`GET /projects/1/jobs/artifacts/${spell('feature/freight-cost')}/download?job=unit`)).status).toBe(200)
  })

  test.each(names.filter((name) => !name.includes('raw/')))('by ref, in all four mixtures: %s', async (name) => {
    await withArchive()
    for (const ref of [raw, encoded])
      for (const path of [raw, encoded]) {
        const target = `/projects/1/jobs/artifacts/${ref('feature/freight-cost')}/raw/${path(name)}?job=unit`
        expect({ target, text: (await ask(`GET ${target}`)).text }).toEqual({ target, text: name })
      }
  })

  test.each(names.filter((name) => name !== 'tree'))('by job, raw and encoded: %s', async (name) => {
    await withArchive()
    for (const path of [raw, encoded]) {
      const target = `/projects/1/jobs/17/artifacts/${path(name)}`
      expect({ target, text: (await ask(`GET ${target}`)).text }).toEqual({ target, text: name })
    }
  })

  test('a file called tree is hidden behind the tree itself, but not by ref', async () => {
    await withArchive()
    expect((await ask('GET /projects/1/jobs/17/artifacts/tree')).refusal).toEqual([404, { message: '404 Artifacts metadata Not Found' }])
  })

  test('the last raw divides ref and path; encoded, it does not', async () => {
    await withArchive()
    const byRef = '/projects/1/jobs/artifacts/feature/freight-cost/raw'
    expect((await ask(`GET ${byRef}/raw/x?job=unit`)).refusal).toEqual([404, { message: '404 Not found' }])
    expect((await ask(`GET ${byRef}/raw%2Fx?job=unit`)).text).toBe('raw/x')
    expect((await ask(`GET ${byRef}/a%2Fraw%2Fb?job=unit`)).text).toBe('a/raw/b')
  })

  test('keep is kept by POST, whatever file is called so', async () => {
    await withArchive()
    expect((await ask('POST /projects/1/jobs/17/artifacts/keep')).job.id).toBe(17)
    expect((await ask('GET /projects/1/jobs/17/artifacts/keep')).text).toBe('keep')
  })
})

describe('addresses that lead nowhere', () => {
  test.each([
    '/api/v4',
    '/api/v4/',
    '/api/v4/nothing',
    '/api/v4/projects/1/nothing',

    '/api/v3/projects/1/jobs',
    '/projects.json',
    '/api/v4/projects/1/jobs.json',
    '/api/v4//projects/1/jobs',
    '/api/v4/projects//jobs',
    '/api/v4/projects/1/jobs/8/nothing',
  ])('%s', async (target) => {
    for (const as of ['dana', null, 'nobody'])
      expect((await ask(`GET ${target}`, { as })).refusal).toEqual([404, { error: '404 Not Found' }])
  })
})

describe('methods that an address does not have', () => {
  test.each([
    ['POST /projects/1/jobs', 'GET, HEAD'],
    ['PUT /projects/1/jobs/8', 'GET, HEAD'],
    ['DELETE /projects/1/jobs/8', 'GET, HEAD'],
    ['PATCH /projects/1/jobs/8/trace', 'GET, HEAD'],
    ['GET /projects/1/jobs/8/retry', 'POST'],
    ['GET /projects/1/jobs/8/play', 'POST'],
    ['GET /projects/1/artifacts', 'DELETE'],
    ['PUT /projects/1/jobs/8/artifacts', 'GET, HEAD, DELETE'],
    ['POST /projects/1/jobs/8/artifacts/tree', 'GET, HEAD'],
    ['OPTIONS /projects/1/jobs', 'GET, HEAD'],
  ])('%s: only %s', async (line, allow) => {
    const answer = await ask(line, { as: null })
    expect(answer.refusal).toEqual([405, { error: '405 Not Allowed' }])
    expect(String(answer.headers.allow).split(', ').sort()).toEqual(allow.split(', ').sort())
  })
})
