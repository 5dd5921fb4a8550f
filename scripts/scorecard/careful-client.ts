import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Task } from '@jobs-api/conformance/scorecard'
import { CarefulError, call, noPage, readJson } from './careful-calls.ts'
import { lengthOf, serveTasks, type TaskOf } from './client-program.ts'

// A client that every row of the scorecard calls good: so each of them can be.

const projectOf = ({ project }: Task) => `/projects/${encodeURIComponent(project)}`
const pathOf = (task: Task & { job: number }, rest = '') => `${projectOf(task)}/jobs/${task.job}${rest}`
const object = (answer: Response) => readJson(answer, false)
const list = (answer: Response) => readJson(answer, true).then((value) => ({ jobs: Array.isArray(value) ? value : [], answer }))

async function allJobs(task: Task): Promise<unknown[]> {
  const found: unknown[] = []
  let place = ''
  for (let page = 2; ; page++) {
    const { jobs, answer } = await call(task, `${projectOf(task)}/jobs?per_page=100&pagination=keyset&order_by=id&sort=desc${place}`, list)
    found.push(...jobs)
    const cursor = /[?&]cursor=([^&>]*)[^>]*>; *rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
    if (cursor !== undefined) place = `&cursor=${cursor}`
    // Behind a proxy that drops the headers, pages have to be counted.
    else if (jobs.length === 100 && !place.includes('cursor')) return countedFrom(task, page, found)
    else return found
  }
}

async function countedFrom(task: Task, first: number, found: unknown[]): Promise<unknown[]> {
  for (let page = first; ; page++) {
    const { jobs } = await call(task, `${projectOf(task)}/jobs?per_page=100&page=${page}`, list)
    if (isDeepStrictEqual(jobs[0], found[0])) throw new CarefulError('the list goes in a circle', {})
    found.push(...jobs)
    if (jobs.length < 100) return found
  }
}

const firstJobs = (task: TaskOf<'first_jobs'>) => {
  const scope = (task.scope ?? []).map((one) => `&scope[]=${one}`).join('')
  return call(task, `${projectOf(task)}/jobs?per_page=${task.count}${scope}`, list).then(({ jobs }) => jobs)
}

function addressOf(task: TaskOf<'download'>): string {
  if (task.path?.split('/').includes('..') === true) throw new CarefulError('such a file cannot be', {})
  const path = task.path === undefined ? '' : `/${encodeURIComponent(task.path)}`
  if (task.ref === undefined) return `${projectOf(task)}/jobs/${task.job}/artifacts${path}`
  const query = `?job=${encodeURIComponent(task.job_name ?? '')}`
  const place = `${projectOf(task)}/jobs/artifacts/${encodeURIComponent(task.ref)}`
  return path === '' ? `${place}/download${query}` : `${place}/raw${path}${query}`
}

/** Writes at the place where it is, so that an answer that begins anew overwrites what was there. */
async function download(task: TaskOf<'download'>): Promise<void> {
  const address = addressOf(task) // which may be refused: a file that is open by then would be nobody's
  const file = await open(task.to, 'w')
  let at = 0
  let etag: string | null = null
  const read = async (answer: Response) => {
    const tag = noPage(answer).headers.get('etag')
    if (etag !== null && tag !== etag) throw new CarefulError('it has changed', {})
    etag = tag
    at = answer.status === 206 ? at : 0
    for await (const chunk of answer.body ?? []) at += (await file.write(chunk, 0, chunk.length, at)).bytesWritten
  }
  const headers = {
    get range() {
      return `bytes=${at}-`
    },
    get 'if-range'() {
      return etag ?? '""'
    },
  }
  await call(task, address, read, { headers }).finally(() => file.close())
}

const saveLog = async (task: TaskOf<'save_log'>) => {
  const file = await open(task.to, 'w')
  const read = async (answer: Response) => {
    for await (const chunk of answer.body ?? []) await file.write(chunk)
  }
  await call({ ...task, retries: 0 }, pathOf(task, '/trace'), read).finally(() => file.close())
}

const isOver = (job: unknown) => ['success', 'failed', 'canceled', 'skipped'].includes(Object(job).status)

async function follow(task: TaskOf<'follow_log'>): Promise<void> {
  const file = await open(task.to, 'w')
  try {
    for (let at = 0, isLast = false; ; ) {
      const job = await call(task, pathOf(task), object)
      const news = await call(task, pathOf(task, `/trace?byte_offset=${at}`), (answer) => answer.bytes())
      at += (await file.write(news)).bytesWritten
      if (isLast) return
      isLast = isOver(job)
      await pause(task.interval_in_ms)
    }
  } finally {
    await file.close()
  }
}

async function wait(task: TaskOf<'wait_for_job'>): Promise<unknown> {
  for (;;) {
    const job = await call(task, pathOf(task), object)
    if (isOver(job)) return job
    await pause(task.interval_in_ms)
  }
}

await serveTasks(
  {
    list_jobs: allJobs,
    first_jobs: firstJobs,
    get_job: (task) => call(task, pathOf(task), object),
    get_token_job: (task) => call(task, '/job', object),
    play_job: (task) => {
      const body = JSON.stringify({ job_variables_attributes: task.variables })
      return call(task, pathOf(task, '/play'), object, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    },
    get_log: (task) => call(task, pathOf(task, '/trace'), (answer) => answer.text()),
    save_log: saveLog,
    follow_log: follow,
    wait_for_job: wait,
    read_archive: (task) => call(task, pathOf(task, '/artifacts'), ({ body }) => lengthOf(body ?? [])),
    download,
  },
  (error) => (error instanceof CarefulError ? error.status : undefined),
)
