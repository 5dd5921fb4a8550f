import { hash } from 'node:crypto'

interface Shown {
  readonly id: number
  readonly name: string
  readonly ref: string
  readonly finished_at: string | null
  readonly pipeline: { readonly id: number }
}
type Answers = Map<string, unknown>
type Get = (path: string) => Promise<Buffer | undefined>

/** Everything that the API shows of a project, field by field and byte by byte, by the address where it was asked for. */
export async function readable(url: string, token: string, project: string | number): Promise<Answers> {
  const answers: Answers = new Map()
  const get: Get = async (path) => {
    const answer = await fetch(`${url}/api/v4${path}`, { headers: { 'PRIVATE-TOKEN': token } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
    const name = answer.headers.get('content-disposition')
    // Archives and files have a digest for an ETag; other ETags hold addresses.
    const etag = name?.startsWith('attachment') ? answer.headers.get('etag') : undefined
    const value: unknown = isJson ? JSON.parse(bytes.toString().replaceAll(url, ''), withoutClock) : brief(bytes)
    answers.set(path, { status: answer.status, value, name, etag })
    return answer.ok ? bytes : undefined
  }
  const base = `/projects/${encodeURIComponent(project)}`
  await get(base)
  const jobs = await list<Shown>(get, `${base}/jobs?per_page=100`)
  for (const scope of ['failed', 'success', 'manual', 'running']) await get(`${base}/jobs?scope[]=${scope}`)
  for (const id of new Set(jobs.map(({ pipeline }) => pipeline.id))) {
    for (const part of ['jobs?per_page=100', 'jobs?per_page=100&include_retried=true', 'bridges?per_page=100'])
      await get(`${base}/pipelines/${id}/${part}`)
  }
  for (const job of jobs) await readJob(get, base, job)
  return answers
}

async function readJob(get: Get, base: string, { id, ref, name }: Shown): Promise<void> {
  for (const part of ['', '/trace', '/artifacts']) await get(`${base}/jobs/${id}${part}`)
  const at = `${base}/jobs/artifacts/${encodeURIComponent(ref)}`
  await get(`${at}/download?job=${encodeURIComponent(name)}`)
  const entries = await list<{ path: string; type: string }>(get, `${base}/jobs/${id}/artifacts/tree?recursive=true&per_page=100`)
  for (const { path } of entries.filter(({ type }) => type === 'file')) {
    await get(`${base}/jobs/${id}/artifacts/${encodeURI(path)}`)
    await get(`${at}/raw/${encodeURI(path)}?job=${encodeURIComponent(name)}`)
  }
}

const brief = (bytes: Buffer) => (bytes.length < 1000 ? bytes.toString('latin1') : `${bytes.length} bytes, ${hash('sha256', bytes)}`)

const list = async <Item>(get: Get, path: string): Promise<Item[]> => JSON.parse(String((await get(path)) ?? '[]'))

/** How long a job has been under way is told from the clock. */
function withoutClock(_name: string, value: unknown): unknown {
  if (!isUnderWay(value)) return value
  const { duration, queued_duration, ...rest } = value
  return rest
}

const isUnderWay = (value: unknown): value is { duration: unknown; queued_duration: unknown } =>
  typeof value === 'object' && value !== null && 'queued_duration' in value && Reflect.get(value, 'finished_at') === null
