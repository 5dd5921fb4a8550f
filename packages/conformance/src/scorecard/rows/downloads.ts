import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { bad, type Ended, good, type Judgement, notOffered, type Row, type Trial } from '../row.ts'
import { jobNumber } from '../sample-job.ts'
import { cut, type Handle, sendBytes, sendText } from '../stage.ts'

/** Bytes of which none can be taken for those of another place. */
function bytesOf(name: string, count = 512 * 1024): Buffer {
  const blocks = Array.from({ length: count / 32 }, (_, at) => createHash('sha256').update(`${name} ${at}`).digest())
  return Buffer.concat(blocks)
}

const archive = bytesOf('archive')
const other = bytesOf('another archive')
const half = archive.length / 2
const etag = '"first"'

/** Sends the beginning of what it promises; `then` is what comes after that. */
function sendHalf(response: ServerResponse, headers: Readonly<Record<string, string>>, then: () => void): void {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': archive.length, ...headers })
  response.write(archive.subarray(0, half), then)
}

/** Downloads an archive; what is in the file then, if there is one. */
async function download(trial: Trial, handle: Handle, how: { timeout_in_ms?: number; retries?: number } = {}) {
  const player = await trial.play(handle)
  const to = join(trial.folder, 'archive.zip')
  await rm(to, { force: true })
  const { timeout_in_ms: limit } = how
  const ended = await trial.ask(
    player,
    { task: 'download', job: jobNumber, to, ...how },
    limit === undefined ? {} : { patienceInMs: 4 * limit },
  )
  return { player, ended, saved: await readFile(to).catch(() => undefined) }
}

/** Whoever says that all is well must have all, and nothing else. */
function judgeWhole(ended: Ended, saved: Buffer | undefined, wanted = archive): Judgement {
  if (ended.error !== undefined) return good(`noticed: ${ended.error.name}`)
  if (saved?.equals(wanted) === true) return good('mended')
  return bad(`${saved?.length ?? 0} of ${wanted.length} bytes taken for all`)
}

export const downloads: readonly Row[] = [
  {
    id: 'downloads.cut',
    sentence: 'A download that was cut short is not taken for the whole',
    measured: 'the connection breaks after half of the bytes that Content-Length promises',
    async probe(trial) {
      let times = 0
      const { ended, saved } = await download(trial, (_, response) =>
        ++times === 1 ? sendHalf(response, {}, () => cut(response)) : sendBytes(response, archive),
      )
      return judgeWhole(ended, saved)
    },
  },
  {
    id: 'downloads.stalled',
    sentence: 'A download of which nothing more comes is not waited for without end',
    measured: 'half of the bytes come and then none, while the connection stays; the client may wait for a second',
    async probe(trial) {
      let times = 0
      const work = download(trial, (_, response) => (++times === 1 ? sendHalf(response, {}, () => {}) : sendBytes(response, archive)), {
        timeout_in_ms: 1000,
      })
      const { ended, saved } = await work
      return judgeWhole(ended, saved)
    },
  },
  {
    id: 'downloads.resumed',
    sentence: 'A download that was cut goes on where it was',
    measured: 'a server that knows ranges and a strong ETag breaks the connection halfway; what it has to send is counted',
    async probe(trial) {
      let sent = 0
      const { ended, saved } = await download(trial, ({ headers }, response) => {
        const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? []
        const known = { ETag: etag, 'Accept-Ranges': 'bytes' }
        if (sent === 0) {
          sent += half
          return sendHalf(response, known, () => cut(response))
        }
        const start = from !== undefined && (headers['if-range'] ?? etag) === etag ? Number(from) : 0
        const rest = archive.subarray(start)
        sent += rest.length
        const range = { 'Content-Range': `bytes ${start}-${archive.length - 1}/${archive.length}`, 'Content-Length': rest.length }
        return response.writeHead(start === 0 ? 200 : 206, { ...known, ...(start > 0 && range) }).end(rest)
      })
      if (ended.error !== undefined) return notOffered(`ends with ${ended.error.name}`)
      if (saved?.equals(archive) !== true) return bad('the bytes are not those of the archive')
      return good(`${(sent / archive.length).toFixed(2)} times its size sent`)
    },
  },
  {
    id: 'downloads.changed',
    sentence: 'Two halves of different archives are never put together',
    measured: 'the connection breaks halfway, and meanwhile the archive is another one, with another ETag',
    async probe(trial) {
      let times = 0
      const { ended, saved, player } = await download(trial, (_, response) =>
        ++times === 1
          ? sendHalf(response, { ETag: etag, 'Accept-Ranges': 'bytes' }, () => cut(response))
          : sendBytes(response, other, { ETag: '"second"' }),
      )
      if (ended.error !== undefined)
        return player.heard.length > 1 ? good(`noticed: ${ended.error.name}`) : notOffered(`ends with ${ended.error.name}`)
      return judgeWhole(ended, saved, other)
    },
  },
  {
    id: 'downloads.json-file',
    sentence: 'A file is its bytes, whatever type the server gives it',
    measured: 'an artifact report.json with odd spacing, sent as application/json',
    async probe(trial) {
      const report = '{ "b":1,\n\t"a": 1.0 }\n'
      const { ended, saved } = await download(trial, (_, response) =>
        response
          .writeHead(200, { 'Content-Type': 'application/json', 'Content-Disposition': 'attachment; filename="report.json"' })
          .end(report),
      )
      if (ended.error !== undefined) return bad(ended.error.name)
      return saved?.toString() === report ? good('byte for byte') : bad(`became ${JSON.stringify(saved?.toString())}`)
    },
  },
  {
    id: 'downloads.page',
    sentence: 'A sign-in page is not taken for an archive',
    measured: 'a page of HTML with status 200 and no Content-Disposition',
    async probe(trial) {
      const { ended } = await download(trial, (_, response) => sendText(response, '<h1>Sign in</h1>', 'text/html'), { retries: 0 })
      return ended.error === undefined ? bad('saved as an archive') : good(ended.error.name)
    },
  },
]
