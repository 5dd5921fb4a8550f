import type { OperationId } from '@jobs-api/contract'
import { expect } from 'vitest'
import { aimedAt, type CurlAnswer, type RequestLine, runCurl } from './request-line.ts'
import { zipEntries } from './zip-entries.ts'

/** A printed line that has been sent, and means to look at what it did. */
export interface Scene {
  readonly line: RequestLine
  readonly answer: CurlAnswer
  readonly server: string
  /** What a job looked like before the line was sent. */
  readonly before: JobShown
  /** Asserts that a JSON body is one that the edition knows. */
  readonly check: (body: unknown) => void
}

export interface JobShown {
  readonly id: number
  readonly name: string
  readonly status: string
  readonly artifacts_file?: object | null
  readonly artifacts_expire_at?: string | null
}

/** For each operation that the documents show: what is true afterwards, seen by a second request. */
export const effects: Partial<Record<OperationId, (scene: Scene) => Promise<void>>> = {
  listProjectJobs: async (scene) => {
    expect(listed(scene).length).toBeGreaterThan(0)
    await holdsWhatItsScopesName(scene)
  },
  listPipelineJobs: async (scene) => {
    await holdsWhatItsScopesName(scene)
    const busy = await again(scene, '/pipelines/6/', '/pipelines/20/')
    expect(busy.map(({ status }) => status).sort()).toEqual(['pending', 'running', 'running'])
  },
  listPipelineBridges: async (scene) => {
    await holdsWhatItsScopesName(scene)
    const finished = await again(scene, 'scope[]=pending&scope[]=running', 'scope[]=success')
    expect(finished.map(({ id }) => id)).toEqual([12])
  },
  getJob: async (scene) => expect(json(scene.answer)).toEqual(await readJob(scene.server, 8)),
  getJobLog: async ({ answer, server }) => {
    expect(answer.body.toString()).toContain('npm test')
    expect(answer.body).toEqual((await get(server, '/jobs/8/trace')).body)
  },
  downloadJobArtifacts: matchesItsFiles,
  downloadRefArtifacts: matchesItsFiles,
  getJobArtifactFile: isInTheArchive,
  getRefArtifactFile: isInTheArchive,
  cancelJob: async (scene) => {
    expect(await readJob(scene.server, 1)).toEqual(scene.before) // it was over
    const running = await runCurl(aimedAt(scene.line, '/jobs/1/', '/jobs/30/'), scene.server)
    expect(running.status).toBe(scene.answer.status)
    expect((await readJob(scene.server, 30)).status).toBe('canceled')
  },
  retryJob: isAnotherJob,
  playJob: isAnotherJob, // job 1 is manual, and over: whoever plays it again gets another
  eraseJob: async ({ server, before }) => {
    expect(before.artifacts_file).toBeInstanceOf(Object)
    expect((await get(server, '/jobs/1/trace')).status).toBe(404) // decision 0003
    expect((await get(server, '/jobs/1/artifacts')).status).toBe(404)
    expect((await readJob(server, 1)).artifacts_file ?? null).toBeNull()
  },
  keepJobArtifacts: async ({ server, before }) => {
    if ('artifacts_expire_at' in before) expect(before.artifacts_expire_at).toMatch(/^2/)
    const { artifacts_expire_at, ...kept } = await readJob(server, 1)
    expect(artifacts_expire_at ?? null).toBeNull()
    expect(kept.artifacts_file).toEqual(before.artifacts_file)
  },
  deleteJobArtifacts: async ({ server, before }) => {
    expect(before.artifacts_file).toBeInstanceOf(Object)
    expect((await get(server, '/jobs/1/artifacts')).status).toBe(404)
    expect((await get(server, '/jobs/1/trace')).status).toBe(200)
  },
}

/** The archive of the job that the line names, or of the latest `test` of `master`, file by file as the server gives them singly. */
async function matchesItsFiles({ line, answer, server }: Scene): Promise<void> {
  const [, id = '8'] = /\/jobs\/(\d+)\//.exec(line.curl.at(-1) ?? '') ?? []
  const files = [...zipEntries(answer.body)].filter(([name]) => !name.endsWith('/'))
  expect(files.length).toBeGreaterThan(2)
  for (const [name, content] of files) expect((await get(server, `/jobs/${id}/artifacts/${name}`)).body).toEqual(content)
}

async function isInTheArchive({ answer, server }: Scene): Promise<void> {
  const archive = await get(server, '/jobs/5/artifacts')
  expect(answer.body).toEqual(zipEntries(archive.body).get('some/release/file.pdf'))
  expect(answer.body.toString()).toMatch(/^%PDF-/)
}

async function isAnotherJob({ answer, server, before }: Scene): Promise<void> {
  const { id } = json(answer) as JobShown
  const found = await readJob(server, id)
  expect(found).toMatchObject({ name: before.name, status: 'pending' })
  expect(found.id).not.toBe(before.id)
  expect((await readJob(server, 1)).status).toBe(before.status)
}

/** A list holds those, and only those, that the unfiltered list shows in the statuses asked for. */
async function holdsWhatItsScopesName(scene: Scene): Promise<void> {
  const all = await again(scene, /\?.*/.exec(scene.line.curl.at(-1) ?? '')?.[0] ?? '', '?per_page=100')
  const wanted = all.filter(({ status }) => status === 'pending' || status === 'running')
  expect(listed(scene).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
}

async function again({ line, server, check }: Scene, from: string, to: string): Promise<readonly JobShown[]> {
  const answer = await runCurl(aimedAt(line, from, to), server)
  check(json(answer))
  return json(answer) as JobShown[]
}

const listed = ({ answer }: Scene) => json(answer) as JobShown[]

export const json = ({ body }: Pick<CurlAnswer, 'body'>): unknown => JSON.parse(body.toString())

export async function readJob(server: string, id: number): Promise<JobShown> {
  return json(await get(server, `/jobs/${id}`)) as JobShown
}

async function get(server: string, path: string): Promise<{ status: number; body: Buffer }> {
  const answer = await fetch(`${server}/api/v4/projects/1${path}`, { headers: { 'PRIVATE-TOKEN': 'demo-mia-personal' } })
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
}
