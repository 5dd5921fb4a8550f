import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

// A server that shows what gitlab.com shows, more than the reference server knows, and that fails where it is told to.

const web = 'https://gitlab.example.com'
const dana = {
  ...{ id: 1086, username: 'dana', name: 'Dana Kessler', state: 'active', locked: false, avatar_url: `${web}/avatar.png` },
  ...{ web_url: `${web}/dana`, created_at: '2020-01-10T09:00:00.000Z', public_email: 'dana@example.com', bio: '', location: 'Bremen' },
  ...{ linkedin: '', twitter: '', discord: '', website_url: 'https://dana.example', github: '', organization: '', job_title: '' },
  ...{ pronouns: null, bot: false, work_information: null, local_time: null, followers: 3 },
}
const commit = {
  ...{ id: 'a'.repeat(40), short_id: 'a'.repeat(8), created_at: '2026-03-01T10:00:00.000+01:00', parent_ids: ['b'.repeat(40)] },
  ...{ title: 'Weigh the anchor', message: 'Weigh the anchor\n', author_name: 'Rita', author_email: 'rita@example.com' },
  ...{ authored_date: '2026-02-28T10:00:00.000+01:00', committer_name: 'GitLab', committer_email: 'noreply@example.com' },
  ...{
    committed_date: '2026-03-01T10:00:00.000+01:00',
    trailers: {},
    extended_trailers: {},
    web_url: `${web}/crew/app/-/commit/${'a'.repeat(40)}`,
  },
}
const manager = (id: number) => ({
  ...{ id, system_id: `s_${id}`, version: '19.0.0', revision: 'abc', platform: 'linux', architecture: 'amd64', ip_address: '203.0.113.9' },
  ...{ created_at: '2026-01-01T00:00:00.000Z', contacted_at: `2026-03-01T09:0${id % 10}:00.000Z`, status: 'stale' },
})
const runner = {
  ...{ id: 12, description: 'saas-linux', ip_address: null, active: true, paused: false, is_shared: true, runner_type: 'instance_type' },
  ...{ name: null, online: false, status: 'stale' },
}

export const pipeline = (id: number, more: object = {}) => ({
  ...{ id, iid: id - 5000, project_id: 7, sha: 'a'.repeat(40), ref: 'main', status: 'success', source: 'push' },
  ...{
    created_at: '2026-03-01T09:00:00.000Z',
    updated_at: '2026-03-01T09:10:00.000Z',
    web_url: `${web}/crew/app/-/pipelines/${id}`,
    ...more,
  },
})

const basics = (id: number, of: ReturnType<typeof pipeline>) => ({
  ...{ id, status: 'success', stage: 'test', name: `job-${id}`, ref: 'main', tag: false, coverage: null, allow_failure: false },
  ...{ created_at: '2026-03-01T09:00:00.123Z', started_at: '2026-03-01T09:00:10.000Z', finished_at: '2026-03-01T09:01:00.500Z' },
  ...{
    erased_at: null,
    duration: 50.500123,
    queued_duration: 2.25,
    user: dana,
    commit,
    pipeline: of,
    web_url: `${web}/crew/app/-/jobs/${id}`,
  },
  project: { ci_job_token_scope_enabled: true },
})

export type FakeJob = ReturnType<typeof job>
export const job = (id: number, of: ReturnType<typeof pipeline>, more: object = {}) => ({
  ...{
    ...basics(id, of),
    artifacts: [] as object[],
    runner,
    runner_manager: manager(id),
    artifacts_expire_at: null,
    archived: false,
    tag_list: [],
  },
  ...more,
})
export const bridge = (id: number, of: ReturnType<typeof pipeline>, downstream_pipeline: object | null, more: object = {}) => ({
  ...{ ...basics(id, of), downstream_pipeline, ...more },
})

/** The artifacts of a job with a log and an archive of these lengths. */
export const remains = (log: number, archive: number) => ({
  artifacts_file: { filename: 'artifacts.zip', size: archive },
  artifacts: [
    { file_type: 'archive', size: archive, filename: 'artifacts.zip', file_format: 'zip' },
    { file_type: 'trace', size: log, filename: 'job.log', file_format: null },
  ],
})

type Answer = (response: ServerResponse, headers: IncomingHttpHeaders) => void
export interface Fake {
  readonly url: string
  /** By path without the query; what stands here comes before what the server would say. */
  readonly answers: Map<string, Answer>
  readonly requests: string[]
}

export const json = (response: ServerResponse, body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

interface World {
  readonly pipelines: readonly ReturnType<typeof pipeline>[]
  readonly jobs: readonly FakeJob[]
  readonly bridges: readonly ReturnType<typeof bridge>[]
}

/** Serves project 7, crew/app, three jobs a page. */
export async function fakeGitlab(world: () => World): Promise<Fake> {
  const answers = new Map<string, Answer>()
  const requests: string[] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://fake')
    const path = pathname.replace('/api/v4', '')
    requests.push(`${request.method} ${path}`)
    const answer = answers.get(path)
    if (answer !== undefined) return answer(response, request.headers)
    if (request.headers['private-token'] !== 'demo-olga-personal') return json(response, { message: '401 Unauthorized' }, {}, 401)
    const { pipelines, jobs, bridges } = world()
    const [, of, part] = /^\/projects\/7\/pipelines\/(\d+)\/(jobs|bridges)$/.exec(path) ?? []
    if (part !== undefined)
      return json(response, [...(part === 'jobs' ? jobs : bridges)].filter((each) => each.pipeline.id === Number(of)).reverse())
    if (path === '/user') return json(response, dana)
    if (path === '/projects/crew%2Fapp') return json(response, project)
    if (path === '/projects/7/pipelines') return json(response, pipelines)
    if (path !== '/projects/7/jobs') return json(response, { message: '404 Not found' }, {}, 404)
    const before = Number(searchParams.get('cursor') ?? Number.POSITIVE_INFINITY)
    const page = jobs.filter(({ id }) => id < before).sort((one, other) => other.id - one.id)
    const last = page[2]?.id
    const next = page.length > 3 ? { link: `<https://elsewhere.example/jobs?cursor=${last}&pagination=keyset>; rel="next"` } : undefined
    json(response, page.slice(0, 3), next)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answers, requests }
}

const project = {
  ...{ id: 7, description: null, name: 'App', name_with_namespace: 'Crew / App', path: 'app', path_with_namespace: 'crew/app' },
  ...{ created_at: '2020-02-01T00:00:00.000Z', visibility: 'internal', web_url: `${web}/crew/app`, jobs_enabled: true, public_jobs: false },
  ...{ default_branch: 'main', keep_latest_artifact: true, star_count: 3 },
}
