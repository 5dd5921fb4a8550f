import { assert } from 'chai'
import { type Cases, collected, textOf } from '../case.ts'

const odd = 'out put/raw/50% #1 – ü&?+;=.txt'

export const reading: Cases = {
  'getJob, by number and by path': async ({ jobs }) => {
    const job = await jobs.getJob(1, 1)
    assert.deepInclude(job, { id: 1, name: 'pack it', status: 'success', ref: 'feature/raw/a b' })
    assert.deepEqual((await jobs.getJob('harbor/yard', 1)).web_url, job.web_url)
  },
  'getJobLog, as a text and as its bytes': async ({ jobs }) => {
    const text = await jobs.getJobLog(1, 1)
    assert.include(text, '\u001b[32;1mJob succeeded')
    assert.include(text, 'grüße')
    assert.equal(await textOf(await jobs.getJobLog(1, 1, { as: 'stream' })), text)
    assert.equal(await jobs.getJobLog(1, 1, { byte_offset: 3, byte_limit: 4 }), text.slice(3, 7))
  },
  'getJobLog of a job without a log is an empty text': async ({ jobs }) => {
    assert.equal(await jobs.getJobLog(1, 19), '')
  },
  'getTokenJob and getAllowedAgents, with the token of a job': async ({ client, baseUrl }) => {
    const jobs = client.createJobsClient({ baseUrl, jobToken: 'demo-yard-job' })
    assert.equal((await jobs.getTokenJob()).id, 30)
    const { allowed_agents, job } = await jobs.getAllowedAgents()
    assert.deepEqual([job.id, allowed_agents.map(({ id }) => id)], [30, [3]])
  },
  listPipelineBridges: async ({ jobs }) => {
    const [bridge, ...others] = await collected(jobs.listPipelineBridges(1, 1))
    assert.deepEqual([bridge?.id, bridge?.downstream_pipeline?.id, others.length], [2, 4, 0])
  },
  listJobArtifactTree: async ({ jobs }) => {
    const entries = await collected(jobs.listJobArtifactTree(1, 1, { recursive: true }))
    assert.sameMembers(
      entries.map(({ path }) => path),
      ['out put/', 'out put/raw/', odd, 'data.bin', 'empty'],
    )
  },
  'an OAuth token, and a token from a function': async ({ client, baseUrl }) => {
    const byOauth = client.createJobsClient({ baseUrl, oauth: 'demo-olga-oauth' })
    assert.equal((await byOauth.getJob(1, 1)).id, 1)
    const byFunction = client.createJobsClient({ baseUrl, token: async () => 'demo-olga-personal' })
    assert.equal((await byFunction.getJob(1, 1)).id, 1)
  },
  'withResponse gives the answer around the data, and 304 when nothing is new': async ({ jobs }) => {
    const { data, response } = await jobs.getJob(1, 1).withResponse()
    assert.deepEqual([data.id, response.status], [1, 200])
    const etag = response.headers.get('etag') ?? ''
    const again = await jobs.getJob(1, 1, { headers: { 'If-None-Match': etag } }).withResponse()
    assert.deepEqual([again.data, again.response.status], [undefined, 304])
  },
}
