import { createJobsClient, downloadArtifacts, followLog } from '@jobs-api/client'

// A program that uses the client, in a process of its own (`node --expose-gc`): does what its parent says, and answers with
// how many bytes came.

const [baseUrl = '', token = '', to = ''] = process.argv.slice(2)
const jobs = createJobsClient({ baseUrl, token })
const archive = { project: 1, job: 1 }

// V8 lets 64 MiB and more of buffers lie about that nobody holds any more, whoever reads them, bare `fetch` as well. What
// matters is what is held; so what is not is collected after so many bytes.
const { gc } = globalThis
if (gc === undefined) throw new Error('start it with --expose-gc')
let uncollected = 0
function came({ length }: { readonly length: number }): number {
  uncollected += length
  if (uncollected > 4 * 2 ** 20) {
    uncollected = 0
    gc?.()
  }
  return length
}

const errands = {
  small: async () => lengthOf(await downloadArtifacts(jobs, { ...archive, path: 'note.txt' })),
  file: async () => {
    let before = 0
    const onProgress = ({ loadedBytes }: { loadedBytes: number }) => {
      came({ length: loadedBytes - before })
      before = loadedBytes
    }
    return (await downloadArtifacts(jobs, archive, { to, onProgress })).bytes
  },
  sink: async () => {
    let length = 0
    const write = (chunk: Uint8Array) => {
      length += came(chunk)
    }
    await downloadArtifacts(jobs, archive, { to: new WritableStream({ write }) })
    return length
  },
  stream: async () => lengthOf(await downloadArtifacts(jobs, archive)),
  method: async () => lengthOf(await jobs.getJobArtifactFile(1, 1, 'zeros.bin')),
  log: async () => lengthOf(followLog(jobs, 1, 1)),
}

export type Errand = keyof typeof errands

async function lengthOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0
  for await (const chunk of chunks) length += came(chunk)
  return length
}

process.on('message', (errand: Errand) => void errands[errand]().then((length) => process.send?.(length)))
