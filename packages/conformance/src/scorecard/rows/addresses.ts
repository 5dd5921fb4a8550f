import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArtifactsPlace } from '../protocol.ts'
import { bad, good, type Row, type Trial } from '../row.ts'
import { jobNumber, sampleJob } from '../sample-job.ts'
import { type Heard, sendBytes, sendJson } from '../stage.ts'

const awkward = ['dir/report.txt', 'dir/a b.txt', '100%.txt', 'a#b.txt', 'what?.txt', 'größe/日本.txt', 'a+b;c.txt', '%41.txt']

const names = ['test', 'rspec:system 1/2', 'build & push', 'a+b', '100%', 'größe #1']

/** Text in which every escape is read once, as servers do; the text itself where it cannot be read. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return `unreadable ${text}`
  }
}

/** A server that has any file, with its name for contents; `pathIn` finds the name in a request. */
async function countFiles(trial: Trial, placeOf: (path: string) => ArtifactsPlace, pathIn: (heard: Heard) => string | undefined) {
  const player = await trial.play((heard, response) => {
    const path = pathIn(heard)
    if (path === undefined) sendJson(response, { message: '404 Not found' }, 404)
    else sendBytes(response, path, { 'Content-Disposition': 'attachment; filename="file"' })
  })
  const to = join(trial.folder, 'file')
  const wrong: string[] = []
  for (const path of awkward) {
    await rm(to, { force: true })
    await trial.ask(player, { task: 'download', ...placeOf(path), to, retries: 0 })
    if ((await readFile(to, 'utf8').catch(() => undefined)) !== path) wrong.push(path)
  }
  const figure = `${awkward.length - wrong.length} of ${awkward.length}`
  return wrong.length === 0 ? good(figure) : bad(`${figure}; not ${wrong.join(', ')}`)
}

const project = '/api/v4/projects/group%2Fapp'
const outside = '../../../../../user'

export const addresses: readonly Row[] = [
  {
    id: 'addresses.project',
    sentence: 'The full path of a project arrives as it is',
    measured: 'group.a/sub-group/app.js, whose slashes have to be encoded',
    async probe(trial) {
      const path = 'group.a/sub-group/app.js'
      const player = await trial.play((_, response) => sendJson(response, sampleJob()))
      await trial.ask(player, { task: 'get_job', job: jobNumber, retries: 0 }, { project: path })
      const [, segment = ''] = /^\/api\/v4\/projects\/([^/]+)\/jobs\/42$/.exec(player.heard[0]?.url ?? '') ?? []
      return decoded(segment) === path ? good('arrives') : bad(`asked for ${player.heard[0]?.url}`)
    },
  },
  {
    id: 'addresses.file',
    sentence: 'Any file of a job can be had, whatever its name',
    measured: `${awkward.join(' | ')}; slashes may come as they are or encoded`,
    probe: (trial) =>
      countFiles(
        trial,
        (path) => ({ job: jobNumber, path }),
        ({ url }) => {
          const [, path] = new RegExp(`^${project}/jobs/${jobNumber}/artifacts/([^?]+)$`).exec(url) ?? []
          return path === undefined ? undefined : decoded(path)
        },
      ),
  },
  {
    id: 'addresses.file-by-ref',
    sentence: 'Any file of a branch can be had, whatever its name, and the branch may have a slash',
    measured: 'the same files of the job "test" on the branch feature/x',
    probe: (trial) =>
      countFiles(
        trial,
        (path) => ({ ref: 'feature/x', job_name: 'test', path }),
        ({ url }) => {
          const [, path, query] = new RegExp(`^${project}/jobs/artifacts/feature(?:/|%2F)x/raw/([^?]+)\\?(.*)$`, 'i').exec(url) ?? []
          const job = new URLSearchParams(query).get('job')
          return path === undefined || job !== 'test' ? undefined : decoded(path)
        },
      ),
  },
  {
    id: 'addresses.job-name',
    sentence: 'A job of any name can be asked for by it',
    measured: `the archive of ${names.map((name) => `"${name}"`).join(', ')} on the branch main`,
    async probe(trial) {
      const player = await trial.play((_, response) => sendBytes(response, 'PK'))
      const to = join(trial.folder, 'file')
      for (const job_name of names) await trial.ask(player, { task: 'download', ref: 'main', job_name, to, retries: 0 })
      const asked = player.heard.map(({ url }) => new URL(url, 'http://any').searchParams.get('job'))
      const wrong = names.filter((name) => !asked.includes(name))
      const figure = `${names.length - wrong.length} of ${names.length}`
      return wrong.length === 0 ? good(figure) : bad(`${figure}; not ${wrong.join(', ')}`)
    },
  },
  {
    id: 'addresses.dots',
    sentence: 'The name of a file cannot lead the request to another place of the API',
    measured: `the file ${outside} of a job is asked for; what arrives must still be below its artifacts`,
    async probe(trial) {
      const player = await trial.play((_, response) => sendJson(response, { message: '404 Not found' }, 404))
      await trial.ask(player, { task: 'download', job: jobNumber, path: outside, to: join(trial.folder, 'file'), retries: 0 })
      const strayed = player.heard.find(({ url }) => !url.startsWith(`${project}/jobs/${jobNumber}/artifacts/`))
      return strayed === undefined ? good(player.heard.length === 0 ? 'refused' : 'stays') : bad(`asks for ${strayed.url}`)
    },
  },
]
