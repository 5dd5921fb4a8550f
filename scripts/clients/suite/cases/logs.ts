import { assert } from 'chai'
import { type Cases, collected, refused } from '../case.ts'
import { cutAfter } from '../cut-after.ts'
import { script } from '../script.ts'

const decoder = new TextDecoder()
const joined = (chunks: readonly Uint8Array[]) => decoder.decode(new Uint8Array(chunks.flatMap((chunk) => [...chunk])))

async function* ofBytes(text: string) {
  for (const byte of new TextEncoder().encode(text)) yield new Uint8Array([byte])
}

export const logs: Cases = {
  'a log is followed from before its beginning to its end': async ({ client, jobs }) => {
    const { id } = await jobs.retryJob(1, 11)
    const chunks = await collected(client.followLog(jobs, 1, id, { intervalInMs: 50 }))
    assert.equal((await jobs.getJob(1, id)).status, 'success')
    assert.equal(joined(chunks), await jobs.getJobLog(1, id))
    assert.include(joined(chunks), '1 of 2 – ½')
  },
  'a log is followed from where somebody else stopped': async ({ client, jobs }) => {
    const whole = await collected(client.followLog(jobs, 1, 1))
    const rest = await collected(client.followLog(jobs, 1, 1, { startAt: 20 }))
    assert.equal(joined(rest), joined(whole).slice(20))
  },
  'linesOf puts characters together that chunks have split': async ({ client }) => {
    assert.deepEqual(await collected(client.linesOf(ofBytes('grüße\r\n– ½\n\nend'))), ['grüße', '– ½', '', 'end'])
  },
  'sectionsOf tells the sections with their times': async ({ client, jobs }) => {
    const [section, ...others] = await collected(client.sectionsOf(client.followLog(jobs, 1, 1)))
    assert.deepInclude(section, {
      name: 'prepare',
      lines: ['grüße'],
      startedAt: new Date(1764064800_000),
      endedAt: new Date(1764064802_000),
    })
    assert.lengthOf(others, 0)
  },
  'a log goes on where the connection broke, and no byte comes twice': async (context) => {
    const { jobs } = cutAfter(context, Number.POSITIVE_INFINITY, 30, 50)
    assert.equal(joined(await collected(context.client.followLog(jobs, 1, 1))), await context.jobs.getJobLog(1, 1))
  },
  'a log that was erased while it was followed is an error': async (context) => {
    const job = { json: { id: 8, status: 'running' } }
    const { baseUrl } = await script(context, job, { text: 'abcdefghij' }, job, { text: '' })
    const jobs = context.client.createJobsClient({ baseUrl, token: 't' })
    const following = collected(context.client.followLog(jobs, 1, 8, { intervalInMs: 1 }))
    await refused(context, following, { kind: 'not_found', operationId: 'getJobLog' })
  },
}
