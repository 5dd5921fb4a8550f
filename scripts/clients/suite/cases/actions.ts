import { assert } from 'chai'
import { type Cases, collected, refused, textOf } from '../case.ts'

export const actions: Cases = {
  'retryJob makes one new job': async ({ jobs }) => {
    const { id, name } = await jobs.retryJob('harbor/yard', 10)
    assert.equal(name, 'to retry')
    const attempts = await jobs.listPipelineJobs(1, 2, { include_retried: true }).all({ max: 100 })
    assert.deepEqual(
      attempts.filter((job) => job.name === name).map((job) => job.id),
      [id, 10],
    )
  },
  'playJob starts a manual job with variables and inputs': async (context) => {
    const { jobs } = context
    const wrong = jobs.playJob(1, 14, { job_inputs: { continent: 'south' } })
    await refused(context, wrong, { kind: 'refused', status: 400, reason: 'unknown_input' })
    const played = await jobs.playJob(1, 14, {
      job_variables_attributes: [{ key: 'TIDE', value: 'high' }],
      job_inputs: { region: 'south' },
    })
    assert.deepEqual([played.id, played.status], [14, 'pending'])
  },
  'cancelJob stops a running job, and may be repeated': async ({ jobs }) => {
    await jobs.cancelJob(1, 15)
    assert.equal((await jobs.cancelJob(1, 15)).status, 'canceled')
    assert.equal((await jobs.getJob(1, 15)).status, 'canceled')
  },
  'eraseJob removes archive and log': async (context) => {
    const { jobs } = context
    assert.isNotNull((await jobs.eraseJob(1, 16)).erased_at)
    assert.equal(await jobs.getJobLog(1, 16), '')
    await refused(context, jobs.downloadJobArtifacts(1, 16), { kind: 'not_found' })
    await refused(context, jobs.eraseJob(1, 16), { kind: 'refused', status: 403, reason: 'job_not_erasable' })
  },
  'keepJobArtifacts takes the expiry away': async ({ jobs }) => {
    assert.isString((await jobs.getJob(1, 17)).artifacts_expire_at)
    assert.isNull((await jobs.keepJobArtifacts(1, 17)).artifacts_expire_at)
  },
  'deleteJobArtifacts removes the archive, and answers nothing': async (context) => {
    const { jobs } = context
    assert.isUndefined(await jobs.deleteJobArtifacts(1, 18))
    await refused(context, jobs.downloadJobArtifacts(1, 18), { kind: 'not_found' })
    assert.equal(await jobs.getJobLog(1, 18), 'done\n')
  },
  'deleteProjectArtifacts removes those of a project': async (context) => {
    const { jobs } = context
    assert.equal(await textOf(await jobs.getJobArtifactFile(2, 51, 'b.txt')), 'b\n')
    await jobs.deleteProjectArtifacts(2)
    await refused(context, jobs.getJobArtifactFile(2, 51, 'b.txt'), { kind: 'not_found' })
    assert.lengthOf(await collected(jobs.listPipelineJobs(2, 5)), 1)
  },
}
