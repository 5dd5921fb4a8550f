import type { Credential } from '../protocol.ts'
import { bad, good, type Row, type Trial } from '../row.ts'
import { jobNumber } from '../sample-job.ts'
import { cut, type Player, sendBytes, sendJson } from '../stage.ts'

const statuses = [301, 302, 303, 307, 308]
const archive = 'PK-an-archive'

/** Redirects from one origin to all the places that are another one, and what has arrived there. */
async function redirecting(trial: Trial) {
  const elsewhere = await trial.play((_, response) => sendBytes(response, archive))
  const places = [elsewhere.origin, elsewhere.origin.replace('127.0.0.1', 'localhost')]
  let next = { status: 302, place: elsewhere.origin }
  const home = await trial.play(({ url }, response) => {
    response.writeHead(next.status, { Location: next.place + url.replace(/\?.*/, '') }).end()
  })
  const cases = statuses.flatMap((status) => places.map((place) => ({ status, place })))
  return { home, elsewhere, cases, set: (given: typeof next) => (next = given) }
}

const leaks = ({ heard }: Player, what: string) => heard.filter(({ text }) => text.includes(what)).length

function tokenRow(kind: Credential['kind'], how: string): Row {
  return {
    id: `credentials.${kind.replace('_', '-')}`,
    sentence: `${how} never travels to another origin, wherever a redirect leads`,
    measured:
      'an archive is redirected by 301, 302, 303, 307 and 308 to another port and to another name of the host; the token is looked for in all that arrives there',
    async probe(trial) {
      const { home, elsewhere, cases, set } = await redirecting(trial)
      for (const one of cases) {
        set(one)
        const errand = { task: 'download', job: jobNumber, to: `${trial.folder}/archive.zip`, retries: 0 } as const
        await trial.ask(home, errand, { credential: { kind, value: trial.secret } })
      }
      if (leaks(home, trial.secret) < cases.length) return bad('the token does not even arrive where it belongs')
      const count = leaks(elsewhere, trial.secret)
      return count > 0 ? bad(`sent along in ${count} of ${cases.length} redirects`) : good(`0 of ${cases.length} redirects`)
    },
  }
}

export const credentials: readonly Row[] = [
  tokenRow('personal_token', 'A personal token'),
  tokenRow('job_token', 'A job token'),
  tokenRow('oauth_token', 'An OAuth token'),
  {
    id: 'credentials.action',
    sentence: 'An action and the values of its variables are not sent to another origin',
    measured: 'a POST with a variable is redirected in the same ten ways; its value and the token are looked for in all that arrives',
    async probe(trial) {
      const { home, elsewhere, cases, set } = await redirecting(trial)
      const variables = [{ key: 'PASSWORD', value: 'value-of-a-variable' }]
      for (const one of cases) {
        set(one)
        await trial.ask(home, { task: 'play_job', job: jobNumber, variables, retries: 0 })
      }
      if (leaks(home, 'value-of-a-variable') < cases.length) return bad('the variable does not even arrive where it belongs')
      const [tokens, values, actions] = [leaks(elsewhere, trial.secret), leaks(elsewhere, 'value-of-a-variable'), leaks(elsewhere, 'POST')]
      const figure = `of ${cases.length}: token ${tokens}, value ${values}, action sent again ${actions}`
      return tokens + values + actions > 0 ? bad(figure) : good(`0 of ${cases.length} redirects`)
    },
  },
  {
    id: 'credentials.store',
    sentence: 'An archive that is redirected to an object store arrives, and the token does not',
    measured: '302 to another origin, which refuses whoever brings a token, as stores with signed addresses do',
    async probe(trial) {
      const store = await trial.play(({ text }, response) => {
        if (text.includes(trial.secret)) sendJson(response, { message: 'two credentials' }, 400)
        else sendBytes(response, archive)
      })
      const home = await trial.play((_, response) => response.writeHead(302, { Location: `${store.origin}/signed?by=us` }).end())
      const { error } = await trial.ask(home, { task: 'download', job: jobNumber, to: `${trial.folder}/archive.zip`, retries: 0 })
      if (leaks(store, trial.secret) > 0) return bad('the store got the token')
      return error === undefined ? good('arrived') : bad(`not downloaded: ${error.message}`)
    },
  },
  {
    id: 'credentials.shown',
    sentence: 'An error that nobody caught does not show the token in the log of the program',
    measured: 'a refusal, a broken connection and a page in place of JSON, each shown as the language shows uncaught errors',
    async probe(trial) {
      const faults = [
        await trial.play((_, response) => sendJson(response, { message: '403 Forbidden' }, 403)),
        await trial.play((_, response) => cut(response)),
        await trial.play((_, response) => response.writeHead(500, { 'Content-Type': 'text/html' }).end('<h1>500</h1>')),
      ]
      let shown = 0
      let failed = 0
      for (const fault of faults) {
        const { error } = await trial.ask(fault, { task: 'get_job', job: jobNumber, retries: 0 })
        if (error !== undefined) failed++
        if (`${error?.message}${error?.shown}`.includes(trial.secret)) shown++
      }
      if (shown > 0) return bad(`shown in ${shown} of ${faults.length} errors`)
      return failed < faults.length ? bad('a failure was taken for a job') : good(`0 of ${faults.length} errors`)
    },
  },
]
