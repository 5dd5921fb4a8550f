import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What is counted of a request. */
interface Counted {
  readonly operationId: string | undefined
  readonly status: number
  /** Milliseconds. */
  readonly duration: number
  /** False if the client went away before the end. */
  readonly complete: boolean
}

/** What the server counts of itself. Operations and statuses are all that it tells apart: no token, no number, no address. */
export interface Metrics {
  readonly observe: (request: Counted) => void
  readonly accident: (operationId: string | undefined) => void
  /** All of it, in the text format of Prometheus. */
  text(): Promise<{ readonly type: string; readonly text: string }>
}

/** Seconds. From what is answered out of memory to what waits for a lock. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What belongs to no operation: health, documents, whatever was refused before it was known what it is. */
const none = 'none'

export function countRequests(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'How long requests took, from their first line to the last byte of the answer, by operation and status.',
    labelNames: ['operation', 'status'],
    ...{ buckets, registers },
  })
  const broken = new Counter({
    name: 'jobs_api_answers_broken_off_total',
    help: 'Answers whose client went away before their end, by operation.',
    labelNames: ['operation'],
    registers,
  })
  const accidents = new Counter({
    name: 'jobs_api_accidents_total',
    help: 'What went wrong and stands in the log, by operation: answers 500 and 503, and trouble of what the server does by itself.',
    labelNames: ['operation'],
    registers,
  })
  return {
    observe({ operationId: operation = none, status, duration, complete }) {
      durations.observe({ operation, status }, duration / 1000)
      if (!complete) broken.inc({ operation })
    },
    accident: (operation = none) => accidents.inc({ operation }),
    text: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
