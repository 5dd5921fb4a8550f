import type { ServerResponse } from 'node:http'
import { isOfParser } from '../accidents.ts'
import { bad, type Ended, good, type Judgement, notOffered, type Row, type Trial } from '../row.ts'
import { jobNumber, sampleJob } from '../sample-job.ts'
import { cut, type Heard, type Player, requestsTo, sendJson } from '../stage.ts'

/** A timer may come a little early. */
const earlyMs = 5
/** Nobody has to come on the stroke, but whoever takes this much longer does not do what it was told. */
const lateMs = 3000

interface Told {
  readonly status: number
  /** Says when to come back: in so many seconds, or at that time in milliseconds of `Date.now()`. */
  readonly headers: (seconds: number, until: number) => Readonly<Record<string, string>>
  /** A date has no fractions of a second. */
  readonly isDate?: true
}

/** A server that refuses until its time has come. */
function waitRow(name: string, what: string, told: Told): Row {
  return {
    id: `reads.${name}`,
    sentence: `A read that is told when to come back (${what}) comes back then`,
    measured: `${what} to every request before that time; the wait from the first request to the second is taken`,
    async probe(trial) {
      let toldMs = 0
      let until = 0
      const player = await trial.play((_, response) => {
        const now = Date.now()
        if (until === 0) {
          until = (told.isDate ? Math.ceil(now / 1000) * 1000 : now) + trial.pauseInSeconds * 1000
          toldMs = until - now
        }
        if (now >= until) return sendJson(response, sampleJob())
        return sendJson(response, { message: 'later' }, told.status, told.headers(Math.ceil((until - now) / 1000), until))
      })
      const { error } = await trial.ask(player, { task: 'get_job', job: jobNumber })
      return judgeWait(player, toldMs, error === undefined)
    },
  }
}

function judgeWait({ heard: [first, second] }: Player, toldMs: number, isDone: boolean): Judgement {
  if (first === undefined) return bad('nothing was asked')
  if (second === undefined) return isDone ? bad('a refusal was taken for a job') : notOffered('not asked again')
  const waited = second.at - first.at
  const figure = `${(waited / 1000).toFixed(2)} s, told ${(toldMs / 1000).toFixed(2)} s`
  return waited >= toldMs - earlyMs && waited < toldMs + lateMs && isDone ? good(figure) : bad(figure)
}

/** A server that fails twice, in a way that a second try mends. */
function mendRow(name: string, what: string, fault: (response: ServerResponse) => void): Row {
  return {
    id: `reads.${name}`,
    sentence: `A read that met ${what} is tried again, and succeeds`,
    measured: `the first two requests meet ${what}, the third is answered`,
    async probe(trial) {
      const { player, ended } = await askThrough(trial, fault)
      const times = requestsTo(player)
      if (ended.error === undefined) return isWhole(ended.value) ? good(times) : bad('what came was no job')
      return isOfParser(ended.error.name) ? bad(ended.error.name) : notOffered(`${times}, ${ended.error.name}`)
    },
  }
}

async function askThrough(trial: Trial, fault: (response: ServerResponse) => void): Promise<{ player: Player; ended: Ended }> {
  const seen: Heard[] = []
  const player = await trial.play((heard, response) => (seen.push(heard) <= 2 ? fault(response) : sendJson(response, sampleJob())))
  return { player, ended: await trial.ask(player, { task: 'get_job', job: jobNumber }) }
}

const isWhole = (value: unknown) => JSON.stringify(value) === JSON.stringify(sampleJob())

/** Promises more than comes. */
function half(response: ServerResponse): void {
  const text = JSON.stringify(sampleJob())
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length })
  response.write(text.slice(0, text.length / 2), () => cut(response))
}

export const reads: readonly Row[] = [
  waitRow('limited', '429 with Retry-After in seconds', { status: 429, headers: (seconds) => ({ 'Retry-After': String(seconds) }) }),
  waitRow('unavailable', '503 with Retry-After in seconds', { status: 503, headers: (seconds) => ({ 'Retry-After': String(seconds) }) }),
  waitRow('limited-date', '429 with Retry-After as a date', {
    status: 429,
    isDate: true,
    headers: (_, until) => ({ 'Retry-After': new Date(until).toUTCString() }),
  }),
  waitRow('limited-reset', '429 with only RateLimit-Reset', {
    status: 429,
    isDate: true,
    headers: (_, until) => ({ 'RateLimit-Limit': '60', 'RateLimit-Remaining': '0', 'RateLimit-Reset': String(until / 1000) }),
  }),
  mendRow('bad-gateway', '502', (response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502</h1>')),
  mendRow('cut', 'a connection broken before the answer', cut),
  mendRow('cut-within', 'a connection broken within the answer', half),
]
