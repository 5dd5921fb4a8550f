import { isRecord } from '../protocol.ts'
import { bad, good, type Judgement, notOffered, type Row } from '../row.ts'
import { jobNumber, sampleJob } from '../sample-job.ts'
import { sendJson } from '../stage.ts'

const limitMs = 500
const abortMs = 300
/** What a busy machine may need beyond the time that was set. */
const slackMs = 2000

function judgeEnd(isError: boolean, tookMs: number, wantedMs: number): Judgement {
  const figure = `after ${(tookMs / 1000).toFixed(2)} s of ${(wantedMs / 1000).toFixed(2)} s`
  return isError && tookMs < wantedMs + slackMs ? good(figure) : bad(isError ? figure : 'called a success')
}

async function timed<Value>(work: Promise<Value>): Promise<{ result: Value; tookMs: number }> {
  const begun = performance.now()
  const result = await work
  return { result, tookMs: performance.now() - begun }
}

const ends = ['success', 'failed', 'canceled', 'skipped']

export const endings: readonly Row[] = [
  {
    id: 'endings.no-answer',
    sentence: 'A call to a server that never answers ends',
    measured: `no answer comes; the client is to give up after ${limitMs} ms`,
    async probe(trial) {
      const player = await trial.play(() => {})
      const errand = { task: 'get_job', job: jobNumber, timeout_in_ms: limitMs, retries: 0 } as const
      const { result, tookMs } = await timed(trial.ask(player, errand, { patienceInMs: 3000 }))
      return judgeEnd(result.error !== undefined, tookMs, limitMs)
    },
  },
  {
    id: 'endings.half-answer',
    sentence: 'A call whose answer stops midway ends',
    measured: `the beginning of a job comes and then nothing; the client is to give up after ${limitMs} ms`,
    async probe(trial) {
      const player = await trial.play((_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"id":42,')
      })
      const errand = { task: 'get_job', job: jobNumber, timeout_in_ms: limitMs, retries: 0 } as const
      const { result, tookMs } = await timed(trial.ask(player, errand, { patienceInMs: 3000 }))
      return judgeEnd(result.error !== undefined, tookMs, limitMs)
    },
  },
  {
    id: 'endings.aborted',
    sentence: 'A call can be broken off while it waits for an answer',
    measured: `no answer comes; the call is broken off after ${abortMs} ms`,
    async probe(trial) {
      const player = await trial.play(() => {})
      const errand = { task: 'get_job', job: jobNumber, abort_after_ms: abortMs } as const
      const { result, tookMs } = await timed(trial.ask(player, errand, { patienceInMs: 3000 }))
      return judgeEnd(result.error !== undefined, tookMs, abortMs)
    },
  },
  {
    id: 'endings.aborted-wait',
    sentence: 'A call can be broken off while it waits to be sent again',
    measured: `503 with Retry-After: 60; the call is broken off after ${abortMs} ms`,
    async probe(trial) {
      const player = await trial.play((_, response) => sendJson(response, { message: 'later' }, 503, { 'Retry-After': '60' }))
      const errand = { task: 'get_job', job: jobNumber, abort_after_ms: abortMs } as const
      const { result, tookMs } = await timed(trial.ask(player, errand, { patienceInMs: 3000 }))
      if (result.error?.status === 503) return notOffered('does not wait')
      return judgeEnd(result.error !== undefined, tookMs, abortMs)
    },
  },
  {
    id: 'endings.awaited',
    sentence: 'A job can be waited for, however it ends',
    measured: `jobs that go through several statuses, one of them new, and end as ${ends.join(', ')}`,
    async probe(trial) {
      const wrong: string[] = []
      for (const end of ends) {
        const way = ['created', 'waiting_for_resource', 'pending', 'hibernating', 'running', end]
        const player = await trial.play((_, response) => {
          const status = way[Math.min(player.heard.length, way.length) - 1]
          sendJson(response, sampleJob(jobNumber, { status, ...(status !== end && { finished_at: null }) }))
        })
        const { value } = await trial.ask(player, { task: 'wait_for_job', job: jobNumber, interval_in_ms: 20 })
        if (!isRecord(value) || value['status'] !== end || player.heard.length !== way.length) wrong.push(end)
      }
      return wrong.length === 0 ? good(`${ends.length} of ${ends.length}`) : bad(`not ${wrong.join(', ')}`)
    },
  },
]
