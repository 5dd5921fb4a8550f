import { editionDocument, editionNames } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { answersOf } from './edition-contract.ts'
import { effects, json, readJob } from './effects.ts'
import { requestLines, runCurl } from './request-line.ts'
import { startServer } from './server-process.ts'

// Whoever learnt the API from an old document can still type what it printed: every line of the five documents, by a real
// curl, against a server of that edition in a fresh world.

const older = editionNames.filter((edition) => edition !== 'current')

describe.each(older)('the document of %s', async (edition) => {
  const answers = answersOf(await editionDocument(edition))
  const lines = (await requestLines(edition)).map((line) => [line.heading, line.curl.join(' '), line] as const)

  test.each(lines)('%s: curl %s', async (_, __, line) => {
    const documented = answers.get(line.operation)
    const effect = effects[line.operation]
    if (documented === undefined || effect === undefined) throw new Error(`nothing is known of ${line.operation}`)
    const server = await startServer('--edition', edition)
    try {
      const before = await readJob(server.url, 1)
      const answer = await runCurl(line, server.url)
      expect(answer.status, answer.body.toString('utf8', 0, 500)).toBe(line.states.status ?? documented.status)
      const [mediaType = ''] = documented.mediaTypes
      expect(answer.mediaType).toBe(line.states.media_type ?? mediaType)
      expect(documented.mediaTypes).toEqual(mediaType === '' ? [] : [answer.mediaType])
      const check = (body: unknown) => expect(documented.faults(body)).toEqual([])
      if (mediaType === 'application/json') check(json(answer))
      await effect({ line, answer, server: server.url, before, check })
    } finally {
      await server.stop()
    }
  })
})

test('there is a line for each operation whose effect is known', async () => {
  const printed = (await Promise.all(older.map(requestLines))).flat().map(({ operation }) => operation)
  expect(Object.keys(effects).sort()).toEqual([...new Set(printed)].sort())
})

test('an answer of today is none of 10.7: it holds what that document did not know', async () => {
  const server = await startServer()
  try {
    const today = await readJob(server.url, 8)
    expect(
      answersOf(await editionDocument('current'))
        .get('getJob')
        ?.faults(today),
    ).toEqual([])
    expect(
      answersOf(await editionDocument('10.7'))
        .get('getJob')
        ?.faults(today),
    ).not.toEqual([])
  } finally {
    await server.stop()
  }
})
