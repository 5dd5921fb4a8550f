import { pino, stdTimeFunctions } from 'pino'
import type { Report } from './http/accidents.ts'
import type { Observation } from './http/observation.ts'
import type { LogLevel } from './setting-table.ts'

/** What the server tells its operator, one JSON object a line: nothing in it is a secret. */
export interface Log {
  readonly started: (facts: { url: string; edition: string }) => void
  readonly stopped: () => void
  readonly accident: Report
  /** Undefined if nobody wants to know of every request. */
  readonly request: ((observation: Observation) => void) | undefined
}

/** JSON and nothing else: a terminal shows it as well as a collector reads it, and no second format must be kept free of secrets. */
export function openLog(level: LogLevel, write: (line: string) => void): Log {
  const formatters = { level: (label: string) => ({ level: label }) }
  const log = pino({ level, base: null, messageKey: 'message', timestamp: stdTimeFunctions.isoTime, formatters }, { write })
  return {
    started: (facts) => log.info(facts, 'started'),
    stopped: () => log.info('stopped'),
    accident: ({ requestId, operationId, error }) =>
      log.error({ request_id: requestId, operation_id: operationId, error: told(error) }, 'accident'),
    request: log.isLevelEnabled('debug')
      ? ({ requestId, operationId, method, path, status, duration, userId, complete }) =>
          log.debug(
            { request_id: requestId, operation_id: operationId, method, path, status, duration_ms: duration, user_id: userId, complete },
            'request',
          )
      : undefined,
  }
}

/** With whatever it was caused by, of which the message is enough: what others put into their errors may be a secret. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : ''
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.name}: ${error.cause.message}${code}` : ''
  return (error.stack ?? error.message) + cause
}
