import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Errand } from '../protocol.ts'
import { bad, good, type Row, type Trial, untried } from '../row.ts'
import { jobNumber } from '../sample-job.ts'

const mebi = 2 ** 20
/** With less than that, what is held cannot be told from what a collector has not come to yet. */
const worthWhileInMiB = 128
/** Whoever holds it all grows by its size at least. Whoever streams it is left with the buffers that were not collected yet. */
const allowedPart = 0.75

/** Sends that many MiB, no faster than they are taken. */
function sendLarge(response: ServerResponse, type: string, sizeInMiB: number): void {
  const block = Buffer.alloc(mebi, 'all work and no play\n')
  let left = sizeInMiB
  const go = () => {
    while (left > 0) {
      left--
      if (!response.write(block)) return void response.once('drain', go)
    }
    response.end()
  }
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': sizeInMiB * mebi })
  go()
}

type Saving = Extract<Errand, { task: 'download' | 'save_log' | 'read_archive' }>

async function weigh(trial: Trial, task: Saving['task'], type: string) {
  const { largeInMiB: size } = trial
  if (size < worthWhileInMiB) return untried(`needs at least ${worthWhileInMiB} MiB`)
  const player = await trial.play((_, response) => sendLarge(response, type, size))
  const to = join(trial.folder, 'large')
  const { ended, grownInMiB } = await trial.weigh(player, { task, job: jobNumber, to })
  if (ended.error !== undefined) return bad(`${ended.error.name}: ${ended.error.message}`)
  const got = task === 'read_archive' ? ended.value : (await stat(to)).size
  if (got !== size * mebi) return bad(`${got} bytes of ${size * mebi}`)
  if (grownInMiB === undefined) return untried('only Linux shows how much a process grows')
  const figure = `${Math.round(grownInMiB)} MiB more for ${size} MiB`
  return grownInMiB <= allowedPart * size ? good(figure) : bad(figure)
}

export const large: readonly Row[] = [
  {
    id: 'large.archive',
    sentence: 'A large archive goes to the disk without filling the memory',
    measured: `200 MiB, or what --large says; the most that the process has grown (VmHWM) from the request on; up to three quarters of its size are good`,
    probe: (trial) => weigh(trial, 'download', 'application/octet-stream'),
  },
  {
    id: 'large.unasked',
    sentence: 'A large archive does not fill the memory even if nobody says how it is wanted',
    measured: 'the same measure of the plainest call that the client has for an archive, without options, whose bytes are then counted',
    probe: (trial) => weigh(trial, 'read_archive', 'application/octet-stream'),
  },
  {
    id: 'large.log',
    sentence: 'A large log goes to the disk without filling the memory',
    measured: `the same measure of a log, as text/plain`,
    probe: (trial) => weigh(trial, 'save_log', 'text/plain'),
  },
]
