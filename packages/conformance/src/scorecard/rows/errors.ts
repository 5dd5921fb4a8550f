import type { ServerResponse } from 'node:http'
import { isAccident } from '../accidents.ts'
import type { Errand } from '../protocol.ts'
import { bad, good, type Row } from '../row.ts'
import { jobNumber, sampleJob } from '../sample-job.ts'
import { sendJson, sendText } from '../stage.ts'

const page = '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>'
const json = 'application/json'

interface Refusal {
  readonly name: string
  readonly sentence: string
  readonly measured: string
  readonly status: number
  readonly answer: (response: ServerResponse) => void
}

/** An answer of no success: its status must be seen, and what the server said where that can be read. */
const refusalRow = ({ name, sentence, measured, status, answer }: Refusal): Row => ({
  id: `errors.${name}`,
  sentence,
  measured,
  async probe(trial) {
    const player = await trial.play((_, response) => answer(response))
    const { error } = await trial.ask(player, { task: 'get_job', job: jobNumber, retries: 0 })
    if (error === undefined) return bad('taken for a job')
    if (error.status === status) return good(`${error.name} ${status}`)
    return bad(`${error.name}: ${error.status === undefined ? 'the status is lost' : error.status}`)
  },
})

/** An answer of success that is none. */
const nonsenseRow = (name: string, what: string, answer: (response: ServerResponse) => void, errand: Errand = getJob): Row => ({
  id: `errors.${name}`,
  sentence: `${what} is an error of the client's own, not a ${errand.task === 'get_job' ? 'job' : 'list'} and not an accident`,
  measured: `${what} with status 200; the class of the error is looked at`,
  async probe(trial) {
    const player = await trial.play((_, response) => answer(response))
    const { error, value } = await trial.ask(player, { ...errand, retries: 0 })
    if (error === undefined) return bad(`handed out ${shortened(value)}`)
    return isAccident(error.name) ? bad(error.name) : good(error.name)
  },
})

const getJob: Errand = { task: 'get_job', job: jobNumber }

function shortened(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}

export const errors: readonly Row[] = [
  refusalRow({
    name: 'refused',
    sentence: 'A refusal tells its status',
    measured: '403 with the JSON that GitLab sends',
    status: 403,
    answer: (response) => sendJson(response, { message: '403 Forbidden' }, 403),
  }),
  refusalRow({
    name: 'mislabelled',
    sentence: 'A refusal tells its status even if its body is not what it says',
    measured: '403 with a page of HTML that is labelled application/json, as gateways send it',
    status: 403,
    answer: (response) => sendText(response, page, json, 403),
  }),
  refusalRow({
    name: 'bodiless',
    sentence: 'A refusal without a body tells its status',
    measured: '401 labelled application/json, and nothing behind it',
    status: 401,
    answer: (response) => sendText(response, '', json, 401),
  }),
  nonsenseRow('page', 'A page in place of a job', (response) => sendText(response, page, 'text/html')),
  nonsenseRow('empty', 'An empty answer', (response) => response.writeHead(200, { 'Content-Type': json, 'Content-Length': 0 }).end()),
  nonsenseRow('half', 'Half a JSON text', (response) => sendText(response, JSON.stringify(sampleJob()).slice(0, 200), json)),
  nonsenseRow('null', 'JSON null', (response) => sendText(response, 'null', json)),
  nonsenseRow('no-list', 'An object in place of a list', (response) => sendJson(response, { message: 'soon' }), {
    task: 'first_jobs',
    count: 5,
  }),
]
