import type { ServerResponse } from 'node:http'
import { bad, good, notOffered, type Row, type Trial } from '../row.ts'
import { jobNumber, sampleJob } from '../sample-job.ts'
import { cut, type Player, sendJson } from '../stage.ts'

const played = sampleJob(jobNumber, { status: 'pending', started_at: null, finished_at: null })

/** A manual job that is played again by every request, and what the first two requests are told. */
const stage = (trial: Trial, fault: (response: ServerResponse) => void): Promise<Player> => {
  let times = 0
  return trial.play((_, response) => (++times <= 2 ? fault(response) : sendJson(response, played, 201)))
}

function onceRow(name: string, what: string, fault: (response: ServerResponse) => void): Row {
  return {
    id: `actions.${name}`,
    sentence: `An action that was done is not done again after ${what}`,
    measured: `play is carried out by the server and answered with ${what}, twice; the times it was carried out are counted`,
    async probe(trial) {
      const player = await stage(trial, fault)
      const { error } = await trial.ask(player, { task: 'play_job', job: jobNumber, variables: [] })
      const times = player.heard.length
      if (times !== 1) return bad(`played ${times} times`)
      return error === undefined ? bad('played once, and called a success') : good('played once')
    },
  }
}

export const actions: readonly Row[] = [
  onceRow('bad-gateway', '502', (response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502</h1>')),
  onceRow('unavailable', '503', (response) => sendJson(response, { message: '503' }, 503, { 'Retry-After': '0' })),
  onceRow('cut', 'a broken connection', cut),
  {
    id: 'actions.limited',
    sentence: 'An action that a limit certainly kept from being done is sent again when the time has come',
    measured: 'play is refused with 429 and Retry-After until that time is over',
    async probe(trial) {
      const told = trial.pauseInSeconds * 1000
      const player = await trial.play(({ at }, response) => {
        const isOver = at - (player.heard[0]?.at ?? at) >= told
        if (isOver) sendJson(response, played, 201)
        else sendJson(response, { message: '429' }, 429, { 'Retry-After': String(trial.pauseInSeconds) })
      })
      const { error } = await trial.ask(player, { task: 'play_job', job: jobNumber, variables: [] })
      const [first, second] = player.heard
      if (first === undefined || second === undefined) return notOffered('not sent again')
      const waited = second.at - first.at
      const figure = `sent again after ${(waited / 1000).toFixed(2)} s, told ${trial.pauseInSeconds} s`
      return waited < told - 5 || error !== undefined ? bad(figure) : good(figure)
    },
  },
  {
    id: 'actions.variables',
    sentence: 'Variables arrive with the job that is played',
    measured: 'the body of the request is read',
    async probe(trial) {
      const player = await trial.play((_, response) => sendJson(response, played, 201))
      const variables = [
        { key: 'ENVIRONMENT', value: 'staging & more' },
        { key: 'EMPTY', value: '' },
      ]
      await trial.ask(player, { task: 'play_job', job: jobNumber, variables })
      const body = player.heard[0]?.body ?? ''
      return sent(body) === JSON.stringify(variables) ? good('both arrive') : bad(`the body was ${body === '' ? 'empty' : body}`)
    },
  },
]

function sent(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body).job_variables_attributes)
  } catch {
    return undefined
  }
}
