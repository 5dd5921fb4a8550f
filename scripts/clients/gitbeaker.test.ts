import { GitbeakerRequestError, Gitlab } from '@gitbeaker/rest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServerProcess, startServer } from '../ci/server-process.ts'
import { zipEntries } from '../ci/zip-entries.ts'

// A client that many use and nobody here wrote, unmodified: it must find nothing to stumble over. Each test has jobs of its
// own, and what it did is seen by a second read.

let server: ServerProcess
const clientOf = (token: string) => new Gitlab({ host: server.url, token })
let api: ReturnType<typeof clientOf>

beforeAll(async () => {
  server = await startServer()
  api = clientOf('demo-mia-personal')
})
afterAll(() => server.stop())

const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())
const textOf = (answer: Blob | string) => (typeof answer === 'string' ? answer : answer.text())

/** The status and the words of the refusal that a promise ends in. */
async function refusal(asked: Promise<unknown>): Promise<{ status: number | undefined; description: string | undefined }> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof GitbeakerRequestError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return { status: error.cause?.response.status, description: error.cause?.description }
}

describe('gitbeaker reads', () => {
  test('all pages of a project, by offset and by keyset alike', async () => {
    const byOffset = await api.Jobs.all('harbor/webshop', { perPage: 5 })
    const byKeyset = await api.Jobs.all(1, { pagination: 'keyset', orderBy: 'id', sort: 'desc', perPage: 5 })
    const ids = byOffset.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(25)
    expect(new Set(ids).size).toBe(ids.length)
    expect(byKeyset.map(({ id }) => id)).toEqual(ids)
  })

  test('the jobs of one status', async () => {
    const running = await api.Jobs.all(1, { scope: 'running' })
    expect(running.map(({ status }) => status)).toEqual(['running', 'running'])
  })

  test('the figures of a page', async () => {
    const { data, paginationInfo } = await api.Jobs.all(1, { pipelineId: 10, showExpanded: true, perPage: 2, page: 1, maxPages: 1 })
    expect(data).toHaveLength(2)
    expect(paginationInfo).toMatchObject({ current: 1, next: 2, perPage: 2, total: 4, totalPages: 2 })
  })

  test('a pipeline, without and with retried jobs', async () => {
    const latest = await api.Jobs.all(1, { pipelineId: 10 })
    const attempts = await api.Jobs.all(1, { pipelineId: 10, includeRetried: true })
    expect(attempts.map(({ id }) => id)).toEqual(expect.arrayContaining([16, ...latest.map(({ id }) => id)]))
    expect(attempts).toHaveLength(latest.length + 1)
  })

  test('the trigger jobs of a pipeline', async () => {
    const [bridge, ...others] = await api.Jobs.allPipelineBridges(1, 6)
    expect(others).toEqual([])
    expect(bridge).toMatchObject({ id: 12, downstream_pipeline: { id: 9 } })
  })

  test('a job', async () => {
    expect(await api.Jobs.show('harbor/webshop', 8)).toMatchObject({ id: 8, name: 'test', status: 'success', pipeline: { id: 6 } })
  })

  test('a log', async () => {
    expect(await api.Jobs.showLog(1, 11)).toContain('npm run lint')
  })

  test('why a job is not there', async () => {
    expect(await refusal(api.Jobs.show(1, 4711))).toEqual({ status: 404, description: '404 Not found' })
  })
})

describe('gitbeaker changes', () => {
  test('a running job: it is cancelled', async () => {
    expect((await api.Jobs.cancel(1, 30)).id).toBe(30)
    expect((await api.Jobs.show(1, 30)).status).toBe('canceled')
  })

  test('a failed job: it is retried, once', async () => {
    const { id } = await api.Jobs.retry('harbor/webshop', 11)
    expect(id).not.toBe(11)
    expect(await api.Jobs.show(1, id)).toMatchObject({ name: 'lint', status: 'pending' })
    const latest = await api.Jobs.all(1, { pipelineId: 10 })
    expect(latest.map((job) => job.id)).not.toContain(11)
    expect(await refusal(api.Jobs.retry(1, 11))).toEqual({ status: 403, description: '403 Forbidden - Job is not retryable' })
  })

  test('a manual job: it is played', async () => {
    expect((await api.Jobs.play(1, 26)).id).toBe(26)
    expect((await api.Jobs.show(1, 26)).status).toBe('pending')
  })

  test('a manual job: it is played with variables, which arrive', async () => {
    const variables = { jobVariablesAttributes: [{ key: 'QUARTER', value: '3' }] }
    // Only Maintainers may give variables to jobs of this project.
    expect((await refusal(clientOf('demo-dana-personal').Jobs.play(3, 53, variables))).status).toBe(403)
    expect((await api.Jobs.show(3, 53)).status).toBe('manual')
    expect((await api.Jobs.play(3, 53, variables)).id).toBe(53)
    expect((await api.Jobs.show(3, 53)).status).toBe('pending')
  })

  test('a job with a log: it is erased, once', async () => {
    expect((await api.Jobs.showLog(1, 38)).length).toBeGreaterThan(0)
    expect((await api.Jobs.erase(1, 38)).erased_at).toMatch(/^2/)
    expect((await api.Jobs.show(1, 38)).artifacts).toEqual([])
    expect(await api.Jobs.showLog(1, 38)).toBe('')
    expect(await refusal(api.Jobs.erase(1, 38))).toEqual({ status: 403, description: '403 Forbidden - Job is not erasable!' })
  })
})

describe('gitbeaker and artifacts', () => {
  test('an archive, by job and by ref, is the same', async () => {
    const byJob = await bytesOf(await api.JobArtifacts.downloadArchive(1, { jobId: 8 }))
    const byRef = await bytesOf(await api.JobArtifacts.downloadArchive('harbor/webshop', { ref: 'master', job: 'test' }))
    expect([...zipEntries(byJob).keys()]).toEqual(expect.arrayContaining(['coverage/index.html', 'report.txt']))
    expect(byRef).toEqual(byJob)
  })

  test('a file of it, by job and by ref, is what the archive holds', async () => {
    const archive = zipEntries(await bytesOf(await api.JobArtifacts.downloadArchive(1, { jobId: 8 })))
    const artifactPath = 'coverage/lcov.info'
    const byJob = await textOf(await api.JobArtifacts.downloadArchive(1, { jobId: 8, artifactPath }))
    const byRef = await textOf(await api.JobArtifacts.downloadArchive(1, { ref: 'master', job: 'test', artifactPath }))
    expect(byJob).toBe(archive.get(artifactPath)?.toString())
    expect(byRef).toBe(byJob)
  })

  test('are kept', async () => {
    expect((await api.Jobs.show(1, 8))['artifacts_expire_at']).toMatch(/^2/)
    await api.JobArtifacts.keep(1, 8)
    expect((await api.Jobs.show(1, 8))['artifacts_expire_at']).toBeNull()
  })

  test('of one job are deleted, and its log stays', async () => {
    await api.JobArtifacts.remove(1, { jobId: 5 })
    expect((await refusal(api.JobArtifacts.downloadArchive(1, { jobId: 5 }))).status).toBe(404)
    expect(await api.Jobs.showLog(1, 5)).toContain('file.pdf')
  })

  // Comes last, because it takes from all jobs.
  test('of a whole project expire at once, except where they are protected', async () => {
    const file = { jobId: 42, artifactPath: 'LICENSE' }
    expect(await textOf(await api.JobArtifacts.downloadArchive(1, file))).toContain('Harbor')
    await api.JobArtifacts.remove(1)
    expect((await refusal(api.JobArtifacts.downloadArchive(1, file))).status).toBe(404)
    expect((await api.Jobs.show(1, 42))['artifacts_expire_at']).toMatch(/^2/)
    await api.JobArtifacts.remove(2) // this project keeps those of its latest pipelines
    expect((await api.Jobs.show(2, 61))['artifacts_expire_at']).toBeNull()
  })
})
