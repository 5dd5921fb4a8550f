import { createHash, randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createJobsClient } from './client.ts'
import { downloadArtifacts } from './download-artifacts.ts'

const file = randomBytes(1_000_000)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const where = { project: 1, job: 7 }

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void
const servers: Server[] = []
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-'))
  vi.spyOn(Math, 'random').mockReturnValue(0) // no waiting between attempts
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const server of servers.splice(0)) server.close().closeAllConnections()
  await rm(folder, { recursive: true })
})

async function scripted(answer: Answer) {
  const seen: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => answer(request, response, seen.push(request.headers)))
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return { seen, origin, jobs: createJobsClient({ baseUrl: `${origin}/api/v4`, token: 'secret' }) }
}

/** Serves `body` as an object store does, as far as `stopAt`, where it cuts the connection. */
function serve(request: IncomingMessage, response: ServerResponse, body: Buffer, etag: string | undefined, stopAt = Infinity) {
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]
  const from = asked !== undefined && (request.headers['if-range'] ?? etag) === etag ? Number(asked) : 0
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': body.length - from,
    ...(etag !== undefined && { etag }),
    ...(from > 0 && { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` }),
    'content-disposition': `attachment; filename="../../evil.zip"; filename*=UTF-8''%2E%2E%2Fb%C3%BCild.zip`,
  })
  if (stopAt >= body.length) response.end(body.subarray(from))
  else response.write(body.subarray(from, Math.max(from, stopAt)), () => setTimeout(() => response.destroy(), 20))
}

async function read(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const fiveCuts = () => Array.from({ length: 5 }, () => randomInt(1, file.length)).sort((a, b) => a - b)

describe('a download that is cut', () => {
  test('five times goes on where it was, with an ETag', async () => {
    const cuts = fiveCuts()
    const { jobs, seen } = await scripted((request, response, count) => serve(request, response, file, '"one"', cuts[count - 1]))
    const progress: number[] = []
    const to = join(folder, 'a.zip')
    const done = await downloadArtifacts(jobs, where, { to, onProgress: ({ loadedBytes }) => progress.push(loadedBytes) })
    expect(done).toEqual({ bytes: file.length, name: 'büild.zip' })
    expect(sha256(await readFile(to)), `cuts at ${cuts}`).toBe(sha256(file))
    expect(await readdir(folder)).toEqual(['a.zip'])
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(seen).toHaveLength(6)
    expect(seen.slice(1).every((headers) => /^bytes=[1-9]\d*-$/.test(headers.range ?? '') && headers['if-range'] === '"one"')).toBe(true)
  })

  test.each([
    ['without an ETag', undefined],
    ['with a weak one', 'W/"one"'],
  ])('%s begins again and drops what it has', async (_, etag) => {
    const cuts = fiveCuts()
    const { jobs, seen } = await scripted((request, response, count) => serve(request, response, file, etag, cuts[count - 1]))
    expect(sha256(await read(await downloadArtifacts(jobs, where))), `cuts at ${cuts}`).toBe(sha256(file))
    expect(seen.map(({ range }) => range)).toEqual(Array(6).fill(undefined))
  })

  test.each([
    ['another ETag', Buffer.from(file), '"two"'],
    ['another length', file.subarray(1), '"one"'],
  ])('fails when there is %s afterwards, and leaves no file', async (_, second, etag) => {
    const { jobs } = await scripted((request, response, count) =>
      count === 1 ? serve(request, response, file, '"one"', 300_000) : serve(request, response, second, etag),
    )
    const download = downloadArtifacts(jobs, where, { to: join(folder, 'a.zip') })
    await expect(download).rejects.toMatchObject({ kind: 'broken_answer', message: expect.stringContaining('has changed') })
    expect(await readdir(folder)).toEqual([])
  })

  test('gives up after ten cuts without a byte in between', async () => {
    const { jobs, seen } = await scripted((request, response) => serve(request, response, file, '"one"', 1000))
    await expect(downloadArtifacts(jobs, where, { to: new WritableStream() })).rejects.toMatchObject({ kind: 'network' })
    expect(seen).toHaveLength(11)
  })

  test('more than ten times goes on as long as something comes each time', async () => {
    const { jobs, seen } = await scripted((request, response, count) => serve(request, response, file, '"one"', count * 80_000))
    expect(sha256(await read(await downloadArtifacts(jobs, where)))).toBe(sha256(file))
    expect(seen).toHaveLength(13)
  })

  test('by silence goes on as well', async () => {
    const { jobs, seen } = await scripted((request, response, count) => {
      if (count > 1) return serve(request, response, file, '"one"')
      response.writeHead(200, { 'content-length': file.length, etag: '"one"' }).write(file.subarray(0, 5000))
    })
    expect(sha256(await read(await downloadArtifacts(jobs, where, { idleTimeoutInMs: 100 })))).toBe(sha256(file))
    expect(seen[1]?.range).toBe('bytes=5000-')
  })
})

describe('a range that the server does not grant', () => {
  /** Says nothing of the length, so that the client cannot know that it has all; then refuses the rest and sends the whole. */
  const refusing =
    (whole: Buffer, etag: string): Answer =>
    (request, response, count) => {
      if (request.headers.range !== undefined) return void response.writeHead(416).end()
      response.writeHead(200, { 'content-type': 'application/octet-stream', etag: count === 1 ? '"one"' : etag })
      if (count === 1) response.write(file, () => setTimeout(() => response.destroy(), 20))
      else response.end(whole)
    }

  test('is asked for as a whole, of which nothing comes twice', async () => {
    const { jobs, seen } = await scripted(refusing(file, '"one"'))
    expect(sha256(await read(await downloadArtifacts(jobs, where)))).toBe(sha256(file))
    expect(seen.map(({ range }) => range)).toEqual([undefined, `bytes=${file.length}-`, undefined])
  })

  test('is told as a change where the whole is another one', async () => {
    const { jobs } = await scripted(refusing(file.subarray(0, 1000), '"two"'))
    const download = downloadArtifacts(jobs, where, { to: join(folder, 'a.zip') })
    await expect(download).rejects.toMatchObject({ kind: 'broken_answer', message: expect.stringContaining('has changed') })
    expect(await readdir(folder)).toEqual([])
  })
})

test('another origin gets the range and not the token', async () => {
  const store = await scripted((request, response, count) => serve(request, response, file, '"one"', count === 1 ? 300_000 : Infinity))
  const { jobs, seen } = await scripted((_, response) => response.writeHead(302, { location: `${store.origin}/object` }).end())
  expect(sha256(await read(await downloadArtifacts(jobs, where)))).toBe(sha256(file))
  expect(seen.map((headers) => headers['private-token'])).toEqual(['secret', 'secret'])
  expect(store.seen.map((headers) => headers['private-token'])).toEqual([undefined, undefined])
  expect(store.seen[1]).toMatchObject({ range: expect.stringMatching(/^bytes=[1-9]\d*-$/), 'if-range': '"one"' })
})

test('a body that ends before its length is broken', async () => {
  const short: Answer = (_, response) =>
    response.writeHead(206, { 'content-range': 'bytes 0-9/10', 'content-type': 'application/octet-stream' }).end('short')
  const { jobs, seen } = await scripted(short)
  await expect(downloadArtifacts(jobs, where, { to: join(folder, 'a') })).rejects.toMatchObject({ kind: 'broken_answer' })
  expect(seen).toHaveLength(1)
  expect(await readdir(folder)).toEqual([])
})

test('an abort ends it with its reason, closes the connection and leaves no file', async () => {
  const closed = Promise.withResolvers<void>()
  const { jobs } = await scripted((_, response) => {
    response.on('close', closed.resolve).writeHead(200, { 'content-length': file.length }).write(file.subarray(0, 5000))
  })
  const controller = new AbortController()
  const stop = () => controller.abort(new Error('enough'))
  const download = downloadArtifacts(jobs, where, { to: join(folder, 'a'), signal: controller.signal, onProgress: stop })
  await expect(download).rejects.toThrow('enough')
  await closed.promise
  expect(await readdir(folder)).toEqual([])
})

test('a slow reader slows the server', async () => {
  const big = Buffer.alloc(64 * 2 ** 20)
  let sent = 0
  const { jobs } = await scripted((_, response) => {
    response.writeHead(200, { 'content-length': big.length })
    const push = () => {
      while (sent < big.length) {
        sent += 2 ** 16
        if (!response.write(big.subarray(0, 2 ** 16))) return void response.once('drain', push)
      }
      response.end()
    }
    push()
  })
  const reader = (await downloadArtifacts(jobs, where)).getReader()
  await reader.read()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(sent).toBeLessThan(big.length / 2)
  await reader.cancel()
})
