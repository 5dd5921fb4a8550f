import type { Log } from '../log.ts'
import type { Metrics } from './metrics.ts'

interface Witnesses {
  readonly report: Log['accident']
  readonly observe: Log['request']
}

/** Who is told of requests and accidents: the log, and what counts them. Where neither wants to know of requests, nobody watches them. */
export function witnesses(log: Log, metrics: Metrics | undefined): Witnesses {
  if (metrics === undefined) return { report: log.accident, observe: log.request }
  return {
    report(accident) {
      metrics.accident(accident.operationId)
      log.accident(accident)
    },
    observe(observation) {
      metrics.observe(observation)
      log.request?.(observation)
    },
  }
}
