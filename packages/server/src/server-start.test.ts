import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { holdRequests } from './listen.ts'
import { start } from './server.ts'
import { readSettings } from './settings.ts'

// A start that is refused leaves everything as it was.

const quiet = { say: () => undefined, complain: () => undefined }

const begin = (...flags: string[]) =>
  start(readSettings(['--port=0', '--runners=off', '--log-level=silent', '--world=demo', ...flags], {}), quiet)

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A server on any free port that does nothing. */
async function listening(server: Server = createServer()): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  return (server.address() as AddressInfo).port
}

async function filesOf(folder: string): Promise<Map<string, string>> {
  const paths = (await readdir(folder, { recursive: true })).sort()
  const files = new Map<string, string>()
  for (const path of paths)
    if ((await stat(join(folder, path))).isFile()) files.set(path, (await readFile(join(folder, path))).toString('base64'))
  return files
}

/** A data folder that was used, and how it looked when its server had stopped. */
async function usedFolder(): Promise<{ data: string; before: Map<string, string> }> {
  const data = await emptyFolder()
  await (await begin('--data', data)).stop()
  const before = await filesOf(data)
  expect(before.size).toBeGreaterThan(10)
  return { data, before }
}

test.each([
  ['a port that is taken', async () => [`--port=${await listening()}`], 'is taken'],
  ['a host that is not ours', async () => ['--host=192.0.2.1', '--expose-demo-tokens'], 'Cannot listen on 192.0.2.1'],
  ['tokens that everybody knows', async () => ['--host=0.0.0.0'], 'add --expose-demo-tokens'],
  ['a world that is not there', async () => ['--world=/nowhere.yaml'], 'nowhere.yaml'],
])('--reset with %s empties nothing', async (_, flags, complaint) => {
  const { data, before } = await usedFolder()
  await expect(begin('--data', data, '--reset', ...(await flags()))).rejects.toThrow(complaint)
  expect(await filesOf(data)).toEqual(before)
})

test('without anything to refuse, --reset empties the folder', async () => {
  const { data } = await usedFolder()
  await cp(join(data, 'jobs.sqlite'), join(data, 'logs', 'stray'))
  await (await begin('--data', data, '--reset', '--world=none')).stop()
  expect([...(await filesOf(data)).keys()]).toEqual(['jobs.sqlite'])
})

test('a taken port makes no data folder', async () => {
  const folder = await emptyFolder()
  await expect(begin(`--port=${await listening()}`, '--data', join(folder, 'new'))).rejects.toThrow('is taken')
  expect(await readdir(folder)).toEqual([])
})

test('a start that fails later gives the port back', async () => {
  const file = join(await emptyFolder(), 'file')
  await writeFile(file, '')
  const occupied = createServer()
  const port = await listening(occupied)
  await new Promise((done) => occupied.close(done))
  await expect(begin(`--port=${port}`, '--data', join(file, 'below'))).rejects.toThrow('cannot be used')
  await once(occupied.listen(port, '127.0.0.1'), 'listening')
})

test('who asks too early waits', async () => {
  const server = createServer()
  const answerWith = holdRequests(server)
  const arrived = once(server, 'request')
  const early = fetch(`http://127.0.0.1:${await listening(server)}/early`)
  await arrived
  answerWith((request, response) => void response.end(request.url))
  expect(await (await early).text()).toBe('/early')
  expect(await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/late`)).text()).toBe('/late')
})
