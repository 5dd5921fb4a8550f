import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../protocol.ts'
import { bad, good, type Row } from '../row.ts'
import { type Body, jobNumber, sampleJob } from '../sample-job.ts'
import { sendJson } from '../stage.ts'

/** A job that is unlike most: the client must hand it out as it is, at least in the members that are asked about. */
const shapeRow = (name: string, sentence: string, measured: string, job: Body, members: readonly string[]): Row => ({
  id: `shapes.${name}`,
  sentence,
  measured,
  async probe(trial) {
    const player = await trial.play((_, response) => sendJson(response, job))
    const { value, error } = await trial.ask(player, { task: 'get_job', job: jobNumber, retries: 0 })
    if (error !== undefined) return bad(`${error.name}: ${error.message.slice(0, 60)}`)
    if (!isRecord(value)) return bad('no job')
    const changed = members.filter((member) => !isDeepStrictEqual(value[member] ?? null, job[member] ?? null))
    return changed.length > 0 ? bad(`changed: ${changed.join(', ')}`) : good('as it was sent')
  },
})

const nothings = {
  user: null,
  commit: null,
  pipeline: null,
  runner: null,
  coverage: null,
  started_at: null,
  finished_at: null,
  duration: null,
  queued_duration: null,
  artifacts_expire_at: null,
}
const { tag_list, archived, artifacts, queued_duration, project, allow_failure, ...old } = sampleJob()

export const shapes: readonly Row[] = [
  shapeRow(
    'unknown-status',
    'A status that is newer than the client is handed out as it is',
    'a job with the status "hibernating" and the failure reason "moon_phase"',
    sampleJob(jobNumber, { status: 'hibernating', failure_reason: 'moon_phase' }),
    ['id', 'status', 'failure_reason'],
  ),
  shapeRow(
    'nulls',
    'A job may be without user, commit, runner and times',
    `null in ${Object.keys(nothings).join(', ')}`,
    sampleJob(jobNumber, { status: 'created', ...nothings }),
    ['id', 'status', ...Object.keys(nothings)],
  ),
  shapeRow(
    'missing',
    'A job of an older GitLab may lack what came later',
    'a job without tag_list, archived, artifacts, queued_duration, project, allow_failure',
    old,
    ['id', 'status', 'name'],
  ),
]
