import express from 'express'
import { expect, test } from 'vitest'
import { inProcessFetch } from './in-process-fetch.ts'
import { createSandbox } from './index.ts'
import { opened, openSandbox } from './sandbox.suite.ts'

const { sandbox } = await openSandbox()
const dana = { headers: { 'PRIVATE-TOKEN': 'demo-dana-personal' } }

test('a universe does in the process what the controls do over HTTP', async () => {
  const universe = await sandbox.universe('steered')
  const status = async (job: number) => Object(await (await universe.fetch(`/api/v4/projects/1/jobs/${job}`, dana)).json()).status
  await universe.advance('1m')
  expect([universe.now, await status(21)]).toEqual([opened + 60_000, 'success'])
  await universe.setPace({ mode: 'at_once' })
  expect((await universe.force(23, 'failed', 'api_failure')).failureReason).toBe('api_failure')
  await expect(universe.force(999, 'failed')).rejects.toThrow('there is no job 999')
  universe.addFault({ answer: { status: 500 } })
  expect((await universe.fetch('/api/v4/projects/1/jobs/8', dana)).status).toBe(500)
  universe.removeFaults()
  await universe.load('erased', { at: '2030-01-01T00:00:00Z' })
  expect(universe.now).toBe(Date.UTC(2030))
  expect(Object(await (await universe.fetch('/api/v4/projects/1/jobs/1', dana)).json()).erased_at).toBe('2029-12-31T23:00:00.000Z')
  await expect(universe.load('erasd')).rejects.toThrow(/^there is no world erasd; there are demo,/)
  await universe.reset()
  expect(universe.journal).toEqual([])
})

test('it can be mounted, and thrown away', async () => {
  await using own = await createSandbox({ world: 'empty', speed: 0 })
  expect(await (await own.fetch('/api/v4/projects/1/jobs', dana)).json()).toEqual([])
  const mounted = express().use('/gitlab', own.app)
  const answer = await inProcessFetch(mounted, 'http://127.0.0.1')('/gitlab/api/v4/projects/1', dana)
  expect(await answer.json()).toMatchObject({ id: 1 })
})

test('a world of one’s own', async () => {
  const path = new URL('../../worlds/sandbox/delayed.yaml', import.meta.url).pathname
  await using own = await createSandbox({ world: 'mine', worlds: { mine: path } })
  const jobs = await (await own.fetch('/api/v4/projects/1/jobs?scope=scheduled', dana)).json()
  expect(jobs).toMatchObject([{ name: 'deploy-all' }])
})

test('a request is a request: with a body, aborted, or to a URL', async () => {
  const universe = await sandbox.universe('requests')
  const url = 'http://anywhere.example/api/v4/projects/1/jobs/26/play'
  const init = { method: 'POST', body: JSON.stringify({ job_inputs: { region: 'us-east' } }) }
  const request = new Request(url, { ...init, headers: { ...dana.headers, 'Content-Type': 'application/json' } })
  expect((await universe.fetch(request)).status).toBe(200)
  expect((await universe.fetch(new URL('/api/v4/projects/1/jobs/26', url), dana)).status).toBe(200)
  await expect(universe.fetch('/api/v4/projects/1/jobs/8', { ...dana, signal: AbortSignal.abort() })).rejects.toThrow(/abort/)
  const slow = universe.addFault({ latency: { least: 60_000 } })
  expect(slow.id).toBe(1)
  await expect(universe.fetch('/api/v4/projects/1/jobs/8', { ...dana, signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout/i)
})

test('redirects are followed unless told otherwise', async () => {
  const old = '/api/v4/projects/harbor%2Fshop'
  expect(await sandbox.fetch(old, dana)).toMatchObject({ status: 200, redirected: true, url: 'http://127.0.0.1:4001/api/v4/projects/1' })
  expect((await sandbox.fetch(old, { ...dana, redirect: 'manual' })).status).toBe(301)
  await expect(sandbox.fetch(old, { ...dana, redirect: 'error' })).rejects.toThrow(TypeError)
})
