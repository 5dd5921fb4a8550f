import type { Edition } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { demoWorld } from './demo-world.suite.ts'

// What each edition does with the same requests. Every JSON answer is also held to the edition's document as it is sent.

type Row = readonly [string, Readonly<Record<Edition, number>>]
const editions = ['10.7', '11.x', '12.8', '13.2', '17.x', 'current'] as const

/** `what  10.7 11.x 12.8 13.2 17.x current`, one line each. */
const rows = (text: string): Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.trim().split(/ +/)
      const answers = words.slice(-editions.length)
      return [
        words.slice(0, -editions.length).join(' '),
        Object.fromEntries(editions.map((edition, index) => [edition, Number(answers[index])])) as Record<Edition, number>,
      ]
    })

const asPerson = rows(`
  GET /job                                                      404 404 404 404 404 404
  DELETE /projects/1/artifacts                                  404 404 404 404 202 202
  GET /projects/1/jobs                                          200 200 200 200 200 200
  GET /projects/1/pipelines/10/jobs                             200 200 200 200 200 200
  GET /projects/1/pipelines/6/bridges                           404 404 404 200 200 200
  GET /projects/1/jobs/14                                       200 200 200 200 200 200
  GET /projects/1/jobs/8/trace                                  200 200 200 200 200 200
  GET /projects/1/jobs/37/trace                                 404 404 404 404 404 200
  POST /projects/1/jobs/11/retry                                201 201 201 201 201 201
  POST /projects/1/jobs/8/erase                                 201 201 201 201 201 201
  POST /projects/1/jobs/26/play                                 200 200 200 200 200 200
  GET /projects/1/jobs/8/artifacts                              200 200 200 200 200 200
  DELETE /projects/1/jobs/8/artifacts                           405 405 204 204 204 204
  GET /projects/1/jobs/42/artifacts/tree                        404 404 404 404 404 200
  GET /projects/1/jobs/8/artifacts/report.txt                   200 200 200 200 200 200
  GET /projects/1/jobs/artifacts/master/raw/report.txt?job=test 404 404 200 200 200 200`)

const asJob = rows(`
  GET /job                                                      404 404 404 404 200 200
  GET /projects/1/jobs                                          401 401 401 401 401 200
  GET /projects/1/pipelines/10/jobs                             404 404 404 404 200 200
  GET /projects/1/pipelines/6/bridges                           404 404 404 404 404 200
  GET /projects/1/jobs/14                                       401 401 401 401 401 401
  GET /projects/1/jobs/8/artifacts                              404 404 200 200 200 200
  GET /projects/1/jobs/artifacts/master/download?job=test       404 404 200 200 200 200
  GET /projects/1/jobs/8/artifacts/report.txt                   404 404 404 404 200 200`)

/** When a member of a job came. */
const members: Readonly<Record<string, Edition>> = {
  ...{ id: '10.7', coverage: '10.7', artifacts_file: '10.7', runner: '10.7', duration: '11.x', web_url: '11.x', artifacts: '11.x' },
  ...{ allow_failure: '12.8', queued_duration: '17.x', tag_list: '17.x', erased_at: '17.x', runner_manager: '17.x', archived: '17.x' },
}

describe.each(editions)('%s', (edition) => {
  const { ask, fresh } = demoWorld({ edition })

  test.each(asPerson.map(([line, wanted]) => [line, wanted[edition]] as const))('%s: %i', async (line, status) => {
    await fresh()
    expect((await ask(line, { as: 'mia' })).status).toBe(status)
  })

  test.each(asJob.map(([line, wanted]) => [line, wanted[edition]] as const))('a job token, %s: %i', async (line, status) => {
    expect((await ask(line, { as: 'webshop-job' })).status).toBe(status)
  })

  test.each(Object.entries(members))('a job has %s from %s on', async (name, since) => {
    expect(name in (await ask('GET /projects/1/jobs/8')).job).toBe(editions.indexOf(edition) >= editions.indexOf(since))
  })

  test('what came later is ignored: a part of a log, inputs of a retry', async () => {
    await fresh()
    const { text } = await ask('GET /projects/1/jobs/8/trace?byte_offset=10&byte_limit=1')
    expect(text.length === 1).toBe(edition === 'current')
    const { status } = await ask('POST /projects/1/jobs/13/retry', { body: { inputs: { colour: 'red' } } })
    expect(status).toBe(edition === 'current' ? 400 : 201)
  })

  test('a part of an archive is sent by those that know of parts', async () => {
    await fresh()
    const { status, headers } = await ask('GET /projects/1/jobs/8/artifacts', { headers: { range: 'bytes=0-9' } })
    expect([status, headers['accept-ranges']]).toEqual(edition === 'current' ? [206, 'bytes'] : [200, undefined])
  })

  test('the jobs of a pipeline come in the order of their time', async () => {
    const old = editions.indexOf(edition) < editions.indexOf('17.x')
    expect((await ask('GET /projects/1/pipelines/10/jobs')).ids).toEqual(old ? [11, 13, 15, 16, 17] : [17, 15, 13, 11])
  })
})
