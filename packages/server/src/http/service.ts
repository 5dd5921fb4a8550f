import { createReadStream, existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { OpenApiDocument } from '@jobs-api/contract'
import express, { type RequestHandler, type Router } from 'express'
import { stringify } from 'yaml'
import type { JobStore } from '../storage/job-store.ts'

/** What is served beside the API itself, as `openapi/service.yaml` describes it: the documents, the reference page, health. */
export function service(document: OpenApiDocument, store: JobStore, isStopping: () => boolean): Router {
  const router = express.Router()
  let yaml: string | undefined
  router.get('/', (_request, response) => void response.type('text/plain').end(start))
  router.get('/health', (_request, response) => void response.json({ status: 'ok' }))
  router.get('/ready', async (_request, response) => {
    const ready = !isStopping() && (await answers(store))
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unavailable' })
  })
  router.get('/openapi.json', (_request, response) => void response.json(document))
  router.get('/openapi.yaml', (_request, response) => {
    yaml ??= stringify(document, { aliasDuplicateObjects: false })
    response.type('application/yaml').end(yaml)
  })
  router.get('/docs', (_request, response) => {
    const page = referencePage()
    if (page === undefined)
      return void response.status(404).type('text/plain').end('The reference page has not been built; `npm run generate` builds it.\n')
    response.set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': contentSecurityPolicy })
    createReadStream(page).pipe(response)
  })
  return router
}

/** The router would answer OPTIONS by itself; and most requests are for the API: they need not be compared with each of its paths. */
export function besideApi(router: Router): RequestHandler {
  return (request, response, next) =>
    request.method === 'GET' && !request.url.startsWith('/api/') ? router(request, response, next) : next()
}

/** Whoever sends requests to several servers takes a slow one for a dead one, too. */
const patience = 2000

async function answers(store: JobStore): Promise<boolean> {
  const question = async () => store.read((reader) => reader.isEmpty())
  return Promise.race([
    question().then(
      () => true,
      () => false,
    ),
    pause(patience, false, { ref: false }),
  ])
}

const start = `The Jobs API

/api/v4         the API itself
/docs           the reference page
/openapi.json   the contract, also as /openapi.yaml
/health         whether the server answers
/ready          whether it can answer questions about jobs
`

/** Nothing may be fetched for the page; its reader may ask the server that shows it. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

function referencePage(): string | undefined {
  const page = fileURLToPath(import.meta.resolve('@jobs-api/contract/reference.html'))
  return existsSync(page) ? page : undefined
}
