import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bad, good, type Row } from '../row.ts'
import { jobNumber, sampleJob } from '../sample-job.ts'
import { type Heard, sendJson, sendText } from '../stage.ts'

const log = 'section_start:1772359203:build\r\u001b[0KBuilding\n\u001b[32;1mgrün ✓\u001b[0;m\n'
const plain = 'text/plain; charset=utf-8'

const isOfLog = ({ url }: Heard) => new URL(url, 'http://any').pathname.endsWith('/trace')

export const logs: readonly Row[] = [
  {
    id: 'logs.text',
    sentence: 'A log is handed out as the text that it is',
    measured: 'a log with colours, a section mark and letters beyond ASCII, as text/plain',
    async probe(trial) {
      const player = await trial.play((_, response) => sendText(response, log, plain))
      const { value, error } = await trial.ask(player, { task: 'get_log', job: jobNumber, retries: 0 })
      if (error !== undefined) return bad(error.name)
      return value === log ? good('as it is') : bad(`became ${JSON.stringify(value)?.slice(0, 40)}`)
    },
  },
  {
    id: 'logs.empty',
    sentence: 'An empty log is an empty text',
    measured: 'status 200 with Content-Length 0, as GitLab answers before the first line',
    async probe(trial) {
      const player = await trial.play((_, response) => response.writeHead(200, { 'Content-Type': plain, 'Content-Length': 0 }).end())
      const { value, error } = await trial.ask(player, { task: 'get_log', job: jobNumber, retries: 0 })
      if (error !== undefined) return bad(error.name)
      return value === '' ? good('""') : bad(`handed out ${JSON.stringify(value)}`)
    },
  },
  {
    id: 'logs.followed',
    sentence: 'A log can be followed until the job ends, every byte once',
    measured: 'a log that grows with every request, in pieces that end within a letter; the file is compared, the bytes sent are counted',
    async probe(trial) {
      const whole = Buffer.from(log.repeat(40))
      const to = join(trial.folder, 'log.txt')
      await rm(to, { force: true })
      let there = 0
      let sent = 0
      const player = await trial.play((heard, response) => {
        if (!isOfLog(heard)) {
          const isOver = there >= whole.length
          return sendJson(response, sampleJob(jobNumber, { status: isOver ? 'success' : 'running', ...(!isOver && { finished_at: null }) }))
        }
        there = Math.min(there + 397, whole.length)
        const query = new URL(heard.url, 'http://any').searchParams
        const from = Number(query.get('byte_offset') ?? 0)
        const part = whole.subarray(from, Math.min(there, from + Number(query.get('byte_limit') ?? there)))
        sent += part.length
        return response.writeHead(200, { 'Content-Type': plain }).end(part)
      })
      const { error } = await trial.ask(player, { task: 'follow_log', job: jobNumber, to, interval_in_ms: 20 })
      if (error !== undefined) return bad(`${error.name}: ${error.message}`)
      const saved = await readFile(to).catch(() => Buffer.alloc(0))
      if (!saved.equals(whole)) return bad(`${saved.length} bytes of ${whole.length}, or others`)
      return good(`${whole.length} bytes, ${(sent / whole.length).toFixed(1)} times that sent`)
    },
  },
]
