import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ExampleServer, type FreshWorld, freshWorld } from '../examples/fresh-server.ts'
import { correctionsPage, headersOf, readCorrections, root } from './corrections-page.ts'

const corrections = await readCorrections()
let server: ExampleServer
let world: FreshWorld

beforeAll(async () => {
  server = await ExampleServer.start()
  world = await freshWorld()
  server.enter(world)
})

afterAll(async () => {
  await server.stop()
  await world.remove()
})

test.each(corrections.map((one) => [one.id, one] as const))('%s is shown by its request', async (_, correction) => {
  const { request, shows } = correction
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v4${request.path}`, {
    method: request.method ?? 'GET',
    headers: headersOf(correction),
  })
  const body = await answer.text()
  expect(answer.status, body).toBe(shows.status)
  for (const [name, value] of Object.entries(shows.headers ?? {})) expect(answer.headers.get(name)).toContain(value)
  for (const member of shows.members ?? []) expect(JSON.parse(body)).toHaveProperty(member)
  if (shows.text !== undefined) expect(body.includes(shows.text), shows.text).toBe(true)
  if (shows.not !== undefined) expect(body.includes(shows.not), shows.not).toBe(false)
})

test('each rests on facts, and on a statement that names one of them', async () => {
  const files = (await readdir(`${root}openapi/evidence`)).filter((file) => file.endsWith('.yaml'))
  const facts = (await Promise.all(files.map(async (file) => parse(await readFile(`${root}openapi/evidence/${file}`, 'utf8'))))).flat()
  const known = new Set(facts.map(({ id }: { id: string }) => id))
  for (const { id, evidence, statement } of corrections) {
    expect(
      evidence.filter((fact) => !known.has(fact)),
      id,
    ).toEqual([])
    const text = await readFile(`${root}openapi/${statement}`, 'utf8')
    expect(
      evidence.some((fact) => text.includes(fact)),
      `${statement} names ${evidence.join(' or ')}`,
    ).toBe(true)
  }
})

test('the page is that of today', async () => {
  expect(correctionsPage(corrections), 'node scripts/review/corrections.ts --write').toBe(
    await readFile(`${root}packages/review/CORRECTIONS.md`, 'utf8'),
  )
})
