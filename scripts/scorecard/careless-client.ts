import { appendFile, writeFile } from 'node:fs/promises'
import type { Task } from '@jobs-api/conformance/scorecard'
import { serveTasks, type TaskOf } from './client-program.ts'

// A client that every row of the scorecard calls bad: so each of them can be. Much of it is what clients really do.

/** Follows redirects with all headers, sends anything again at once, and knows no time limit. */
async function send(task: Task, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'private-token': task.credential.value, 'content-type': 'application/json' }
  for (let again = true; ; again = false) {
    try {
      const answer = await fetch(path.startsWith('http') ? path : task.base_url + path, { ...init, headers })
      if (answer.ok || answer.status < 429 || !again) return answer
    } catch (cause) {
      if (!again) throw new SyntaxError(`no answer for ${task.credential.value}`, { cause })
    }
  }
}

interface JobRow {
  readonly status: string
  readonly artifacts: readonly unknown[]
}
const known = ['created', 'pending', 'running', 'success', 'failed', 'canceled', 'skipped']

/** Reads whatever comes as what it should be, as a generated decoder with zero values does. */
async function read(answer: Response): Promise<unknown> {
  const text = await answer.text().catch(() => '{')
  const zeroed = text.replaceAll(':null', ':""')
  const value = JSON.parse(zeroed)
  if (value === null || Array.isArray(value) || value.message !== undefined) return value
  const job: JobRow = value
  return { ...job, status: known.includes(job.status) ? job.status : null, count: job.artifacts.length }
}

const projectOf = (task: Task) => `/projects/${task.project}`
const pathOf = (task: Task & { job: number }, rest = '') => `${projectOf(task)}/jobs/${task.job}${rest}`

/** Goes wherever a link leads, and forgets the last page. */
async function list(task: Task): Promise<unknown> {
  const jobs: unknown[] = []
  for (let next: string | undefined = `${projectOf(task)}/jobs`; ; ) {
    const answer = await send(task, next)
    next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
    if (next === undefined) return jobs
    jobs.push(...Object(await read(answer)))
  }
}

/** Holds all, and takes what came for the whole; a second try begins anew behind it. */
async function download(task: TaskOf<'download'>): Promise<void> {
  const place = task.ref === undefined ? `${task.job}/artifacts` : `artifacts/${task.ref}/raw`
  const path = task.path === undefined ? '' : `/${task.path}`
  const address = `${projectOf(task)}/jobs/${place}${path}${task.ref === undefined ? '' : `?job=${task.job_name}`}`
  await writeFile(task.to, '')
  for (let again = true; again; ) {
    const answer = await send(task, address)
    const isJson = answer.headers.get('content-type') === 'application/json'
    const chunks: Uint8Array[] = []
    again = false
    try {
      for await (const chunk of answer.body ?? []) chunks.push(chunk)
    } catch {
      again = true
    }
    const bytes = Buffer.concat(chunks)
    await appendFile(task.to, isJson ? JSON.stringify(JSON.parse(bytes.toString())) : bytes)
  }
}

async function follow(task: TaskOf<'follow_log'>): Promise<void> {
  for (let status = 'running'; status === 'running'; ) {
    await appendFile(task.to, await (await send(task, pathOf(task, '/trace'))).bytes())
    status = String(Object(await read(await send(task, pathOf(task)))).status)
  }
}

async function wait(task: TaskOf<'wait_for_job'>): Promise<unknown> {
  for (;;) {
    const job = Object(await read(await send(task, pathOf(task))))
    if (!['created', 'pending', 'running'].includes(job.status)) return job
  }
}

await serveTasks(
  {
    list_jobs: list,
    first_jobs: async (task) =>
      read(await send(task, `${projectOf(task)}/jobs?${(task.scope ?? []).map((one) => `scope=${one}`).join('&')}`)),
    get_job: async (task) => read(await send(task, pathOf(task))),
    get_token_job: () => Promise.reject(new Error('Missing required header')),
    play_job: async (task) => {
      const body = JSON.stringify({ variables: task.variables })
      return read(await send(task, pathOf(task, '/play'), { method: 'POST', body }))
    },
    get_log: async (task) => read(await send(task, pathOf(task, '/trace'))),
    save_log: async (task) => writeFile(task.to, await (await send(task, pathOf(task, '/trace'))).bytes()),
    follow_log: follow,
    wait_for_job: wait,
    read_archive: async (task) => (await (await send(task, pathOf(task, '/artifacts'))).bytes()).length,
    download,
  },
  () => undefined,
)
