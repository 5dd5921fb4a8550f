import { pageOf } from './pages.ts'
import { type Answer, type Asked, jobIn, number, requireArchive, zipAnswer } from './reading.ts'
import { invalid, noFile, noRecord, refused } from './refusal.ts'
import { archiveOf } from './view.ts'
import type { Job } from './world.ts'

function readable(asked: Asked): Job {
  number('job_id', asked.words[1])
  const job = jobIn(asked)
  requireArchive(asked, job)
  return job
}

export const download = (asked: Asked): Answer => zipAnswer(readable(asked))

const fileOf = (job: Job, path: string): Answer => {
  if (/(^|\/)\.\.(\/|$)/.test(path)) throw refused(400, '400 Bad request')
  const text = archiveOf(job) === undefined ? undefined : job.files?.get(path)
  if (text === undefined) throw noFile()
  return { status: 200, body: Buffer.from(text), headers: { 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment' } }
}

export const file = (asked: Asked): Answer => fileOf(readable(asked), asked.words.slice(3).join('/'))

/** `jobs/artifacts/<ref>/download?job=` and `jobs/artifacts/<ref>/raw/<path>?job=`; slashes may stand in both. */
export function byRef(asked: Asked): Answer {
  const rest = asked.words.slice(2)
  const raw = rest.lastIndexOf('raw')
  const isFile = rest.at(-1) !== 'download'
  const ref = rest.slice(0, isFile ? raw : -1).join('/')
  const name = asked.url.searchParams.get('job')
  if (name === null) throw invalid('job is missing')
  const job = latest(asked, ref, name)
  requireArchive(asked, job)
  return isFile ? fileOf(job, rest.slice(raw + 1).join('/')) : zipAnswer(job)
}

function latest({ world, project, url }: Asked, ref: string, name: string): Job {
  const pipelines = world.pipelines.filter(
    (each) => each.projectId === project.id && each.ref === ref && world.statusOf(each) === 'success',
  )
  const searches = url.searchParams.get('search_recent_successful_pipelines') === 'true'
  for (const pipeline of searches ? pipelines.toReversed() : pipelines.slice(-1)) {
    const found = world.jobsIn(pipeline).findLast((job) => job.name === name && !job.isReplaced && archiveOf(job) !== undefined)
    if (found !== undefined) return found
  }
  throw searches ? refused(404, '404 Job Not Found') : noRecord()
}

export function tree(asked: Asked): Answer {
  const job = readable(asked)
  if (archiveOf(job) === undefined || job.files === null) throw refused(404, '404 Artifacts Not Found')
  if (!job.hasTable) throw refused(404, '404 Artifacts metadata Not Found')
  const path = (asked.url.searchParams.get('path') ?? '').replace(/\/$/, '')
  const prefix = path === '' ? '' : `${path}/`
  const isDeep = asked.url.searchParams.get('recursive') === 'true'
  const below = [...job.files].filter(([name]) => name.startsWith(prefix))
  if (below.length === 0) throw refused(404, '404 Path Not Found')
  const entries = new Map<string, object>()
  const entry = (full: string, type: string, more: object) =>
    entries.set(full, {
      name: full.replace(/\/$/, '').split('/').at(-1),
      path: full,
      type,
      ...more,
      mode: type === 'file' ? '100644' : '040755',
    })
  for (const [name, text] of below) {
    const parts = name.slice(prefix.length).split('/')
    for (let depth = 1; depth < parts.length && (isDeep || depth === 1); depth++)
      entry(`${prefix}${parts.slice(0, depth).join('/')}/`, 'directory', {})
    if (isDeep || parts.length === 1) entry(name, 'file', { size: text.length })
  }
  const sorted = [...entries.values()].sort((one, other) => String(Object(one).type).localeCompare(String(Object(other).type)))
  const { rows, headers } = pageOf(sorted, asked.url, true)
  return { status: 200, body: rows, headers }
}
