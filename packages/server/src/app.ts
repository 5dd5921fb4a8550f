import { document, type Edition, editionDocument, urlNormaliser } from '@jobs-api/contract'
import express, { type Express, type RequestHandler } from 'express'
import { behaviourOf } from './editions.ts'
import { accidents, type Report } from './http/accidents.ts'
import { authentication } from './http/authentication.ts'
import { body } from './http/body.ts'
import { crossOrigin } from './http/cross-origin.ts'
import { editionOf, today } from './http/edition.ts'
import { exchangeOf } from './http/exchange.ts'
import { inOrder } from './http/in-order.ts'
import { sendPlainJson } from './http/json.ts'
import { type Observation, observation } from './http/observation.ts'
import { opening } from './http/opening.ts'
import { parseQuery } from './http/query.ts'
import { rateLimit } from './http/rate-limit.ts'
import { routing } from './http/routing.ts'
import { servedDocument } from './http/served.ts'
import { besideApi, service } from './http/service.ts'
import { deciding, StandingAnswers } from './http/standing-answers.ts'
import { turnAway } from './http/turn-away.ts'
import { validation } from './http/validation.ts'
import { neighbourHandlers } from './neighbours/index.ts'
import { handlers } from './operations/index.ts'
import type { ArtifactStore, Link } from './storage/artifact-store.ts'
import type { JobStore } from './storage/job-store.ts'
import type { LogStore } from './storage/log-store.ts'
import type { Instant } from './storage/records.ts'

export interface Hall {
  readonly store: JobStore
  readonly logs: LogStore
  readonly archives: ArtifactStore
  /** Where clients are sent for whole archives; left out, they get them here. */
  readonly link?: Link | undefined
  readonly now: () => Instant
  readonly externalUrl: string
  readonly edition: Edition
  readonly rateLimit: number | undefined
  readonly trustProxy: boolean
  readonly report: Report
  /** Left out, it never is. */
  readonly isStopping?: () => boolean
  /** Told of every request; left out, nobody is. */
  readonly observe?: ((observation: Observation) => void) | undefined
  /** Comes between a request that fits and its operation; left out, nothing does. */
  readonly interpose?: RequestHandler
  /** Headers that decide about answers besides GitLab's own, in lower case; left out, none. */
  readonly decisive?: readonly string[]
  /** Origins whose pages may ask; left out, none. */
  readonly corsOrigins?: readonly string[]
}

/** The hall: what happens to a request, in this order. */
export async function createApp(hall: Hall): Promise<Express> {
  const described = await editionDocument(hall.edition)
  const all = servedDocument(described)
  const { match, check } = validation(all)
  const { store, logs, archives, link, externalUrl, isStopping = () => false } = hall
  const edition = behaviourOf(hall.edition)
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', parseQuery).set('trust proxy', hall.trustProxy)
  app.response.json = sendPlainJson
  const standing = new StandingAnswers({ store, now: hall.now, headers: [...deciding(hall.trustProxy), ...(hall.decisive ?? [])] })
  const steps: RequestHandler[] = [opening(urlNormaliser(document), externalUrl)]
  if (hall.observe !== undefined) steps.push(observation(hall.observe))
  if (hall.corsOrigins !== undefined && hall.corsOrigins.length > 0) steps.push(crossOrigin(hall.corsOrigins))
  steps.push(besideApi(service(described, store, isStopping)), turnAway(isStopping))
  // Whoever asks too often is told so, and what is told is checked against the contract: that takes all of what follows.
  if (hall.rateLimit === undefined) steps.push(standing.recall)
  steps.push(match, authentication(store, hall.now), body, check)
  if (hall.rateLimit !== undefined) steps.push(rateLimit(hall.rateLimit, hall.now))
  if (hall.interpose !== undefined) steps.push(hall.interpose)
  steps.push(
    routing(
      { ...handlers, ...neighbourHandlers },
      (request) => ({
        caller: exchangeOf(request).caller,
        now: hall.now(),
        store,
        logs,
        archives,
        link,
        externalUrl,
        address: exchangeOf(request).address,
        isHead: exchangeOf(request).isHead,
        edition,
      }),
      hall.edition === 'current' ? today : editionOf(all),
      (request, answer) => standing.remember(request, answer),
    ),
  )
  app.use(inOrder(steps))
  app.use(accidents(hall.report))
  return app
}
