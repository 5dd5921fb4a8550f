import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

const notFound = [404, { message: '404 Not found' }]

describe('a trigger job is found by retry and play only', () => {
  test.each([
    'GET /projects/1/jobs/12',
    'GET /projects/1/jobs/12/trace',
    'POST /projects/1/jobs/12/cancel',
    'POST /projects/1/jobs/12/erase',
    'GET /projects/1/jobs/12/artifacts',
    'GET /projects/1/jobs/12/artifacts/tree',
    'GET /projects/1/jobs/12/artifacts/report.txt',
    'POST /projects/1/jobs/12/artifacts/keep',
    'DELETE /projects/1/jobs/12/artifacts',
  ])('%s: 404', async (line) => {
    expect((await ask(line, { as: 'mia' })).refusal).toEqual(notFound)
  })

  test.each([
    ['POST /projects/1/jobs/12/retry', 201],
    ['POST /projects/1/jobs/39/play', 200],
  ])('%s: %i', async (line, status) => {
    await fresh()
    expect((await ask(line, { as: 'mia' })).status).toBe(status)
  })
})

describe('a public project whose pipelines are not, to a stranger', () => {
  test.each([
    ['GET /projects/6/pipelines/90/jobs', 200, []],
    ['GET /projects/6/pipelines/90/bridges', 403, { message: '403 Forbidden' }],
    ['GET /projects/6/jobs', 401, { message: '401 Unauthorized' }],
    ['GET /projects/6/jobs/91', 401, { message: '401 Unauthorized' }],
    ['GET /projects/6/jobs/91/artifacts', 403, { message: '403 Forbidden' }],
  ])('%s: %i', async (line, status, body) => {
    expect((await ask(line, { as: null })).refusal).toEqual([status, body])
  })
})

describe('an internal project', () => {
  const open = async () => {
    const { store } = await fresh()
    await store.write(async (writer) => {
      const project = await writer.project(1)
      const pipeline = await writer.pipeline(1, 6)
      if (project === undefined || pipeline === undefined) return
      await writer.addProject({ ...project, id: 77, path: 'harbor/inside', visibility: 'internal' }, [])
      await writer.addPipeline({ ...pipeline, id: 777, projectId: 77 })
    })
  }

  test.each([
    ['sam', 200],
    [null, 404],
    ['vault-job', 200],
  ])('is open to whoever is signed in: %s: %i', async (as, status) => {
    await open()
    expect((await ask('GET /projects/77/pipelines/777/jobs', { as })).status).toBe(status)
  })
})
