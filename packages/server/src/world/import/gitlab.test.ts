import { afterEach, expect, test, vi } from 'vitest'
import { bridge, fakeGitlab, job, json, pipeline, remains } from './gitlab.suite.ts'
import { freshFolder, importOf, runImport, type Serving, serving, withAll } from './servers.suite.ts'

afterEach(() => void vi.restoreAllMocks())

const run = (url: string, data: string, ...more: string[]) => runImport([...importOf(url, 'crew/app', data), ...withAll, ...more])

const copies = new Map<string, Promise<Serving>>()

/** As a server on the data folder shows it; it may have been started before the last import. */
async function shown(data: string, token: string, path: string) {
  const copy = copies.get(data) ?? serving(data, '--world=none')
  copies.set(data, copy)
  const { url } = await copy
  const answer = await fetch(`${url}/api/v4/projects/7/${path}`, { headers: { 'PRIVATE-TOKEN': token } })
  const text = await answer.text()
  return answer.headers.get('content-type')?.includes('json') === true
    ? JSON.parse(text.replaceAll(url, 'https://gitlab.example.com'))
    : text
}

test('what a server shows and this one has no place for is told', async () => {
  const parent = pipeline(5001)
  const gitlab = await fakeGitlab(() => ({ pipelines: [parent], jobs: [job(101, parent), job(102, parent)], bridges: [] }))
  const data = freshFolder()
  const { said, code, token } = await run(gitlab.url, data)
  expect(code).toBe(0)
  const [, differences = ''] = /Shown there, and kept here with another value or not at all:\n(.*?)\n\n/s.exec(said) ?? []
  expect(differences.split('\n').map((line) => line.trim())).toEqual(
    ['user.avatar_url', 'user.website_url', 'user.followers', 'runner.name'].map((path) => `- ${path} (2 jobs)`),
  )
  const { user, runner, ...rest } = job(101, parent)
  // Of two managers of one runner the one is kept that was in contact last; spans have milliseconds.
  const { runner_manager, ...others } = rest
  expect(await shown(data, token, 'jobs/101')).toMatchObject({ ...others, duration: 50.5, runner_manager: { system_id: 's_102' } })
})

test('pipelines without an ordinary job are found, and what they have started', async () => {
  const pipelines = [pipeline(5004, { updated_at: null }), pipeline(5003), pipeline(5001)]
  const child = pipeline(5002, { source: 'parent_pipeline' })
  const grandchild = pipeline(5005, { source: 'parent_pipeline' })
  const abroad = pipeline(9001, { project_id: 99, web_url: 'https://gitlab.example.com/other/lib/-/pipelines/9001' })
  const [, , first = child] = pipelines
  const gitlab = await fakeGitlab(() => ({
    pipelines,
    jobs: [job(1, first)],
    bridges: [bridge(2, pipelines[1] ?? first, child), bridge(3, child, grandchild), bridge(4, grandchild, abroad)],
  }))
  const data = freshFolder()
  const { said, token } = await run(gitlab.url, data)
  expect(said).toContain('5 pipelines, 4 jobs')
  expect(said).not.toContain('this server does not list them')
  const downstream = async (id: number) => (await shown(data, token, `pipelines/${id}/bridges`))[0].downstream_pipeline
  expect([await downstream(5003), await downstream(5002), await downstream(5005)]).toEqual([child, grandchild, abroad])
  expect(await shown(data, token, 'pipelines/5004/jobs')).toEqual([])
  gitlab.requests.length = 0
  await run(gitlab.url, data)
  // Whether anything has changed in a pipeline without times nobody can tell.
  expect(gitlab.requests.filter((request) => /pipelines\/\d/.test(request)).sort()).toEqual([
    'GET /projects/7/pipelines/5004/bridges',
    'GET /projects/7/pipelines/5004/jobs',
  ])
})

test('a pipeline that was started by another on the same page is copied once', async () => {
  const [parent, child] = [pipeline(5001), pipeline(5002)]
  const gitlab = await fakeGitlab(() => ({
    pipelines: [child, parent],
    jobs: [job(1, parent), job(2, child, remains(6, 0))],
    bridges: [bridge(3, parent, child)],
  }))
  gitlab.answers.set(
    '/projects/7/jobs/2/trace',
    (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('ready\n'),
  )
  const data = freshFolder()
  const { token } = await run(gitlab.url, data)
  expect(gitlab.requests.filter((request) => /5002\/jobs|jobs\/2\/trace/.test(request))).toEqual([
    'GET /projects/7/pipelines/5002/jobs',
    'GET /projects/7/jobs/2/trace',
  ])
  expect(await shown(data, token, 'jobs/2/trace')).toBe('ready\n')
})

const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')

test('what cannot be read is named, the rest is copied, and the next import tries again', async () => {
  const all = pipeline(5001)
  const log = Buffer.from('ready\n')
  const jobs = [1, 2, 3, 4, 5].map((id) => job(id, all, remains(log.length, zip.length)))
  const gitlab = await fakeGitlab(() => ({ pipelines: [all], jobs: [...jobs, job(6, all, { status: 'frozen' })], bridges: [] }))
  for (const { id } of jobs) {
    gitlab.answers.set(
      `/projects/7/jobs/${id}/trace`,
      (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(log),
    )
    gitlab.answers.set(
      `/projects/7/jobs/${id}/artifacts`,
      (response) => void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(zip),
    )
  }
  const trouble = new Map([
    ['/projects/7/jobs/1/trace', (response) => json(response, { message: '403 Forbidden' }, {}, 403)],
    ['/projects/7/jobs/2/trace', (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('read')],
    ['/projects/7/jobs/3/artifacts', (response) => json(response, { message: '403 Forbidden' }, {}, 403)],
    ['/projects/7/jobs/4/artifacts', (response) => json(response, { message: '404 Not Found' }, {}, 404)],
    [
      '/projects/7/jobs/5/artifacts',
      (response) =>
        void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('no archive but 22 bytes'.slice(0, 22)),
    ],
  ] satisfies [string, Parameters<typeof gitlab.answers.set>[1]][])
  const good = new Map(gitlab.answers)
  for (const [path, answer] of trouble) gitlab.answers.set(path, answer)
  const data = freshFolder()
  const { said, code, token } = await run(gitlab.url, data)
  expect(code).toBe(3)
  const [, gaps = ''] = /Could not be read \(6\):\n(.*?)\n\n/s.exec(said) ?? []
  expect(
    gaps
      .split('\n')
      .map((line) => line.trim())
      .sort(),
  ).toEqual([
    '- archive of job 3: downloadJobArtifacts: 403 Forbidden',
    '- archive of job 4: downloadJobArtifacts: 404 Not Found',
    expect.stringMatching(/^- archive of job 5: its files cannot be had one by one, since it is no good archive \(/),
    '- job 6: its status "frozen" is not known here',
    '- log of job 1: getJobLog: 403 Forbidden',
    '- log of job 2: 4 bytes came, where the list of its artifacts speaks of 6',
  ])
  expect(await shown(data, token, 'jobs/3/artifacts')).toEqual({ message: '403 Forbidden' })
  expect((await shown(data, token, 'jobs/4')).artifacts).toEqual(jobs[3]?.artifacts)

  for (const [path, answer] of good) gitlab.answers.set(path, answer)
  gitlab.requests.length = 0
  const again = await run(gitlab.url, data)
  expect(again.said).toContain('Could not be read (1):')
  // The bytes of the bad archive are here, as they are there.
  const missing = [...trouble.keys()].filter((path) => !path.includes('/5/')).map((path) => `GET ${path}`)
  expect(gitlab.requests.filter((request) => /trace|artifacts/.test(request)).sort()).toEqual(missing.sort())
  expect([await shown(data, token, 'jobs/1/trace'), await shown(data, token, 'jobs/3/artifacts')]).toEqual([
    'ready\n',
    zip.toString('latin1'),
  ])
})

test('a pipeline that cannot be read does not keep the others back, a server that is down does', { timeout: 60_000 }, async () => {
  const pipelines = [5001, 5002, 5003].map((id) => pipeline(id))
  const gitlab = await fakeGitlab(() => ({ pipelines, jobs: pipelines.map((each, index) => job(index + 1, each)), bridges: [] }))
  const gone = '/projects/7/pipelines/5002/jobs'
  gitlab.answers.set(gone, (response) => json(response, { message: '404 Not found' }, {}, 404))
  const data = freshFolder()
  const first = await run(gitlab.url, data)
  expect([first.code, first.said]).toEqual([3, expect.stringContaining('jobs of pipeline 5002: listPipelineJobs: 404 Not found')])
  expect((await shown(data, first.token, 'jobs')).map(({ id }: { id: number }) => id)).toEqual([3, 1])

  gitlab.answers.set('/projects/7/jobs', (response) => response.destroy())
  vi.spyOn(Math, 'random').mockReturnValue(0) // no wait before another attempt
  const second = await run(gitlab.url, data)
  expect([second.code, second.complained]).toEqual([1, expect.stringContaining('Check --from, and the network. The same command goes on')])
  gitlab.answers.clear()
  const third = await run(gitlab.url, data)
  expect([third.code, (await shown(data, first.token, 'jobs')).length]).toEqual([0, 3])
})

test('limits are waited for, and the token stays with its server', async () => {
  const all = pipeline(5001)
  const gitlab = await fakeGitlab(() => ({ pipelines: [all], jobs: [job(1, all, remains(0, zip.length))], bridges: [] }))
  const store = await fakeGitlab(() => ({ pipelines: [], jobs: [], bridges: [] }))
  const carried: unknown[] = []
  store.answers.set('/archive', (response, { 'private-token': token, authorization }) => {
    carried.push(token, authorization)
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(zip)
  })
  gitlab.answers.set('/projects/7/jobs/1/artifacts', (response) => void response.writeHead(302, { location: `${store.url}/archive` }).end())
  for (const path of ['/projects/crew%2Fapp', '/projects/7/jobs', '/projects/7/jobs/1/trace'])
    gitlab.answers.set(path, (response) => {
      gitlab.answers.delete(path)
      response.writeHead(429, { 'retry-after': path.includes('crew') ? '1' : '0' }).end('Retry later')
    })
  gitlab.answers.set('/projects/7/pipelines/5001/bridges', (response) => {
    gitlab.answers.delete('/projects/7/pipelines/5001/bridges')
    response.destroy()
  })
  const { complained, said } = await run(gitlab.url, freshFolder())
  expect(complained.match(/^waiting: .*429.*; again in [01] s$/gm)).toHaveLength(3)
  expect(said).toContain('1 archive (0.0 KiB)')
  expect(carried).toEqual([undefined, undefined])
})

test('only pipelines with a young job are imported, each of them whole', async () => {
  const [old, young] = [pipeline(5001), pipeline(5002)]
  const late = { created_at: '2026-03-05T00:00:00.000Z' }
  const jobs = [...[1, 2, 3, 4].map((id) => job(id, old)), job(5, young), job(6, young, late), job(7, young)]
  const gitlab = await fakeGitlab(() => ({ pipelines: [young, old], jobs, bridges: [] }))
  const data = freshFolder()
  const { said, token } = await run(gitlab.url, data, '--since', '2026-03-02')
  expect(said).toContain('1 pipeline, 3 jobs')
  expect((await shown(data, token, 'jobs')).map(({ id }: { id: number }) => id)).toEqual([7, 6, 5])
  expect((await run(gitlab.url, data)).said).toContain('1 pipeline, 4 jobs')
})
