import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { cancel, deleteArtifacts, deleteOfProject, erase, keep, play, retry } from './acting.ts'
import { byRef, download, file, tree } from './archives.ts'
import { callerOf, mayRead, requireListed, requireScope, roleOf } from './caller.ts'
import { type Answer, type Asked, aboutTokenJob, getJob, getJobLog, listOfPipeline, listProjectJobs } from './reading.ts'
import { Refusal, refused, unauthorized } from './refusal.ts'
import { bring, demo } from './states.ts'
import type { World } from './world.ts'

// A small Jobs API of its own: it imports nothing but Node, so the kit meets something that is right or wrong in other ways than
// the reference server.

interface Route {
  readonly method: string
  readonly path: RegExp
  readonly answer: (asked: Asked) => Answer
  /** Whether the token of a job is somebody here. */
  readonly takesJobs?: true
  readonly needsUser?: true
}

const post = (what: string, answer: Route['answer']): Route => ({ method: 'POST', path: new RegExp(`^jobs/[^/]+/${what}$`), answer })
const get = (path: RegExp, answer: Route['answer'], takesJobs = true): Route => ({
  method: 'GET',
  path,
  answer,
  ...(takesJobs ? { takesJobs } : {}),
})

const routes: readonly Route[] = [
  { ...get(/^jobs$/, listProjectJobs), needsUser: true },
  get(/^pipelines\/[^/]+\/jobs$/, (asked) => listOfPipeline(asked, false)),
  get(/^pipelines\/[^/]+\/bridges$/, (asked) => listOfPipeline(asked, true)),
  get(/^jobs\/artifacts\/.+\/(download|raw\/.+)$/, byRef),
  { ...get(/^jobs\/[^/]+$/, getJob, false), needsUser: true },
  { ...get(/^jobs\/[^/]+\/trace$/, getJobLog, false), needsUser: true },
  get(/^jobs\/[^/]+\/artifacts$/, download),
  get(/^jobs\/[^/]+\/artifacts\/tree$/, tree),
  get(/^jobs\/[^/]+\/artifacts\/.+$/, file),
  ...[post('cancel', cancel), post('retry', retry), post('play', play), post('erase', erase), post('artifacts/keep', keep)],
  { method: 'DELETE', path: /^jobs\/[^/]+\/artifacts$/, answer: deleteArtifacts },
  { method: 'DELETE', path: /^artifacts$/, answer: deleteOfProject },
]

export function createIndependentServer(): Server {
  const world = demo()
  return createServer((request, response) => {
    answerTo(world, request)
      .catch((error: unknown): Answer => {
        if (error instanceof Refusal) return { status: error.status, body: error.body }
        console.error(error)
        return { status: 500, body: { message: '500 Internal Server Error' } }
      })
      .then((answer) => write(request, response, answer))
  })
}

async function answerTo(world: World, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const body = await text(request)
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
  if (url.pathname === '/states') return bring(world, JSON.parse(body))
  const [root, version, kind, id = '', ...words] = url.pathname.slice(1).split('/').map(decodeURIComponent)
  if (root !== 'api' || version !== 'v4') throw refused(404, '404 Not Found')
  if (kind === 'job') {
    const caller = callerOf(world, request.headers, url.searchParams, true)
    return aboutTokenJob({ world, caller }, id === '' ? undefined : id)
  }
  const rest = words.map((word) => word.replaceAll('/', '%2F')).join('/')
  const route = routes.find((each) => each.method === method && each.path.test(rest))
  if (kind !== 'projects' || route === undefined) throw refused(404, '404 Not Found')
  const caller = callerOf(world, request.headers, url.searchParams, route.takesJobs === true)
  if ((method !== 'GET' || route.needsUser === true) && caller === undefined) throw unauthorized()
  requireScope(caller, method)
  const project = world.projects.find((each) => String(each.id) === id || each.path === id || each.formerPath === id)
  if (project !== undefined && caller?.job !== undefined && roleOf(project, caller) > 0) requireListed(world, project, caller.job)
  if (project === undefined || !mayRead(project, caller)) throw refused(404, '404 Project Not Found')
  if (project.formerPath === id && id !== '') return moved(method, url, project.id)
  return route.answer({ world, url, caller, project, words, body: parsed(body) })
}

function moved(method: string, url: URL, id: number): Answer {
  if (method !== 'GET') throw refused(405, 'Non GET methods are not allowed for moved projects')
  const copy = new URL(url)
  copy.pathname = url.pathname.replace(/^(\/api\/v4\/projects\/)[^/]+/, `$1${id}`)
  return {
    status: 301,
    body: Buffer.from('This resource has been moved permanently'),
    headers: { 'Content-Type': 'text/plain', Location: copy.href },
  }
}

function parsed(body: string): Asked['body'] {
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}

function write({ method, headers: asked }: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const isArchive = headers?.['Content-Type'] === 'application/octet-stream'
  const tag = `${isArchive ? '' : 'W/'}"${createHash('md5').update(bytes).digest('hex')}"`
  const isKnown = status === 200 && method !== 'POST' && asked['if-none-match'] === tag
  response.writeHead(isKnown ? 304 : status, {
    ...{ 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'SAMEORIGIN' },
    ...(status === 200 ? { ETag: tag } : {}),
    ...(status === 204 || isKnown ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }),
    ...(isKnown ? {} : headers),
  })
  response.end(method === 'HEAD' || isKnown ? undefined : bytes)
}
