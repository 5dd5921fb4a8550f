import { isRecord } from '../protocol.ts'
import { bad, good, type Row } from '../row.ts'
import { jobNumber, sampleJob } from '../sample-job.ts'
import { sendJson } from '../stage.ts'

export const tokens: readonly Row[] = [
  {
    id: 'tokens.job',
    sentence: 'The script of a job can ask which job it is',
    measured: 'GET /job with a job token, which has to arrive in one of the places where GitLab looks for it',
    async probe(trial) {
      const player = await trial.play((_, response) => sendJson(response, sampleJob()))
      const { value, error } = await trial.ask(
        player,
        { task: 'get_token_job' },
        { credential: { kind: 'job_token', value: trial.secret } },
      )
      if (error !== undefined) return bad(`${error.name}: ${error.message}`)
      const hasArrived = player.heard.some(({ text }) => text.includes(trial.secret))
      return isRecord(value) && value['id'] === jobNumber && hasArrived ? good('answered') : bad('no job')
    },
  },
]
