import { isRow } from '../expectations.ts'
import type { Exchange } from '../target/exchange.ts'
import type { Settings } from '../target/session.ts'

/** A request and its answer without anything by which a person, a project or an installation could be told. */
export interface Recorded {
  readonly request: { readonly line: string; readonly caller: string | null; readonly body?: unknown }
  readonly answer: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body?: unknown }
}

/** Headers whose values say something about the API. */
const headers = ['Content-Type', 'Content-Disposition', 'Link', 'Location', 'X-Page', 'X-Per-Page', 'X-Next-Page', 'X-Prev-Page', 'X-Total']

/** Members whose values are words of the API. Everything else that is text is replaced: it may be somebody's name. */
const words = new Set([
  ...[
    'status',
    'source',
    'failure_reason',
    'file_type',
    'file_format',
    'runner_type',
    'type',
    'mode',
    'state',
    'error',
    'error_description',
  ],
  ...['scope', 'tier', 'roles_in_project', 'force'],
])

const segments = new Set([
  ...['api', 'v4', 'projects', 'pipelines', 'jobs', 'job', 'bridges', 'trace', 'artifacts', 'raw', 'download', 'tree', 'keep', 'cancel'],
  ...['retry', 'erase', 'play', 'allowed_agents'],
])

const parameters = new Set([
  ...['page', 'per_page', 'include_retried', 'recursive', 'pagination', 'order_by', 'sort', 'byte_offset', 'byte_limit', 'rel'],
  ...['search_recent_successful_pipelines'],
])

/** Replaces what differs between installations, the same by the same, in the order in which it comes. */
export class Normaliser {
  readonly #known = new Map<string, Map<string, number>>()
  readonly #projects: ReadonlyMap<string, string>

  constructor({ project, projects }: Pick<Settings, 'project' | 'projects'>) {
    this.#projects = new Map([...Object.entries(projects).map(([kind, id]) => [id, `{${kind}}`] as const), [project, '{project}']])
  }

  exchange({ method, url, caller, body, status, headers: got, text }: Exchange): Recorded {
    const type = got.get('Content-Type') ?? ''
    const kept = headers.flatMap((name) => {
      const value = got.get(name)
      return value === null ? [] : [[name, this.#header(name, value)] as const]
    })
    const answered = text === '' ? {} : { body: type.startsWith('application/json') ? this.#json(text) : `<${type.split(';', 1)[0]}>` }
    return {
      request: { line: `${method} ${this.#address(url)}`, caller, ...(body === null ? {} : { body: this.#json(body) }) },
      answer: { status, headers: Object.fromEntries(kept), ...answered },
    }
  }

  #header(name: string, value: string): string {
    if (name === 'Link') return value.replaceAll(/<([^>]*)>/g, (_, url: string) => `<${this.#address(url)}>`)
    if (name === 'Location') return this.#address(value)
    return value.replaceAll(/(filename\*?=)("[^"]*"|[^;]*)/g, '$1<filename>')
  }

  #address(text: string): string {
    if (!URL.canParse(text)) return '<address>'
    const { pathname, searchParams } = new URL(text)
    const path = pathname.split('/').map((segment) => this.#segment(decodeURIComponent(segment)))
    const query = [...searchParams].map(([name, value]) => `${name}=${isWord(name) ? value : this.#placeholder(name, value)}`)
    return path.join('/') + (query.length === 0 ? '' : `?${query.join('&')}`)
  }

  #segment(segment: string): string {
    const project = this.#projects.get(segment)
    if (project !== undefined) return project
    if (segment === '' || segments.has(segment)) return segment
    return this.#placeholder(/^\d+$/.test(segment) ? 'id' : 'segment', segment)
  }

  #json(text: string): unknown {
    try {
      const value: unknown = JSON.parse(text)
      // Of refusals the sentence is what matters; a commit has a message as well, and that is somebody's.
      return isRow(value) && typeof value['message'] === 'string'
        ? { ...this.#row(value), message: this.#sentence(value['message']) }
        : this.#value('', value)
    } catch {
      return '<no JSON>'
    }
  }

  /** The sentence of a refusal, but for the projects that some name. */
  #sentence(text: string): string {
    const known = [...this.#projects].filter(([id]) => id.includes('/'))
    const named = known.reduce((sentence, [path, kind]) => sentence.replaceAll(path, kind), text)
    return named.replace(/ from \S+ to project /, ' from <project> to project ').replaceAll(/#\d+/g, '#<id>')
  }

  #row = (value: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#value(name, inner)]))

  #value(name: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#value(name, each))
    if (isRow(value)) return this.#row(value)
    if (typeof value === 'number') return /(^|_)i?id$/.test(name) ? this.#placeholder('id', String(value)) : '<number>'
    if (typeof value !== 'string' || value === '' || words.has(name)) return value
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return '<time>'
    return this.#placeholder(name, value)
  }

  #placeholder(kind: string, value: string): string {
    const known = this.#known.get(kind) ?? new Map<string, number>()
    this.#known.set(kind, known)
    if (!known.has(value)) known.set(value, known.size + 1)
    return `<${kind} ${known.get(value)}>`
  }
}

const isWord = (name: string) => parameters.has(name) || name.startsWith('scope')
