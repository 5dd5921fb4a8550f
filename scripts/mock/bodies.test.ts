import { document, isObject, type Json } from '@jobs-api/contract'
import { type Mock, startMock } from '@jobs-api/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipEntries } from '../ci/zip-entries.ts'
import { examplesOf } from '../examples/example.ts'
import { sendRequest } from '../examples/request.ts'

// What the mock hands out is what the real thing would: archives that unpack, logs with colours and sections, no placeholders.

let mock: Mock
beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

const examples = examplesOf(document)
const ask = ({ operationId, request, status, name }: (typeof examples)[number]) =>
  sendRequest(Number(new URL(mock.url).port), operationId, { ...request, headers: { Prefer: `code=${status}, example=${name}` } })

const archives = examples.filter(
  ({ operationId, status }) => status === 200 && ['downloadJobArtifacts', 'downloadRefArtifacts'].includes(operationId),
)

test.each(archives.map((example) => [`${example.operationId} ${example.name}`, example] as const))('%s unpacks', async (_, example) => {
  const { headers, body } = await ask(example)
  expect([headers['content-type'], headers['content-length']]).toEqual(['application/octet-stream', String(body.length)])
  const files = [...zipEntries(body)].filter(([name]) => !name.endsWith('/'))
  expect(files.length).toBeGreaterThan(0)
  for (const [, content] of files) expect(content.length).toBeGreaterThan(0)
})

test('a file comes as it stands in the archive', async () => {
  const headers = { 'JOB-TOKEN': 'demo-webshop-job' }
  const get = async (path: string) =>
    Buffer.from(await (await fetch(`${mock.url}/projects/1/jobs/8/artifacts${path}`, { headers })).arrayBuffer())
  const entries = zipEntries(await get(''))
  for (const name of ['report.txt', 'coverage/lcov.info']) expect((await get(`/${name}`)).toString()).toBe(entries.get(name)?.toString())
})

test('a log has colours and sections', async () => {
  const response = await fetch(`${mock.url}/projects/1/jobs/8/trace`, { headers: { 'PRIVATE-TOKEN': 'any' } })
  const log = JSON.stringify(await response.text())
  expect(log).toMatch(/\\u001b\[0K.*\\u001b\[0;m\\n/)
  expect(log).toMatch(/section_start:\d+:\w+\\r\\u001b\[0K/)
  expect(log).toMatch(/section_end:\d+:\w+\\r\\u001b\[0K/)
})

test('no answer holds a placeholder', async () => {
  const found: string[] = []
  for (const example of examples.filter(({ mediaType }) => mediaType === 'application/json')) {
    const { body } = await ask(example)
    for (const text of textsIn(JSON.parse(body.toString())))
      if (/^(string|lorem|example)$/i.test(text)) found.push(`${example.operationId}: ${text}`)
  }
  expect(found).toEqual([])
})

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}
