import type { ImportFlags } from './flags.ts'
import type { Imported } from './import-project.ts'
import type { Counts, PassState } from './pass.ts'
import { unreadable } from './unreadable.ts'

const grouped = (number: number) => Math.round(number).toLocaleString('en')
const several = (number: number, one: string) => `${grouped(number)} ${one}${number === 1 ? '' : 's'}`

function sized(bytes: number): string {
  if (bytes < 2 ** 20) return `${(bytes / 2 ** 10).toFixed(1)} KiB`
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MiB` : `${(bytes / 2 ** 30).toFixed(2)} GiB`
}

export const countsLine = ({ pipelines, jobs, logs, logBytes, archives, archiveBytes }: Counts): string =>
  `${several(pipelines, 'pipeline')}, ${several(jobs, 'job')}, ${several(logs, 'log')} (${sized(logBytes)}), ${several(archives, 'archive')} (${sized(archiveBytes)})`

/** Says at most once a second how far it is. */
export function progressTo(complain: (text: string) => void) {
  const begun = performance.now()
  let [last, bytes, jobsBefore] = [begun, 0, -1]
  let counts: Counts | undefined
  const say = () => {
    const now = performance.now()
    if (counts === undefined || now - last < 1000) return
    last = now
    const seconds = (now - begun) / 1000
    complain(`${countsLine(counts)}; ${((counts.jobs - jobsBefore) / seconds).toFixed(1)} jobs and ${sized(bytes / seconds)} a second\n`)
  }
  return {
    onBegin: (state: PassState) => {
      counts = state.counts
      jobsBefore = counts.jobs
    },
    onBytes: (count: number) => {
      bytes += count
      say()
    },
    onPipeline: say,
  }
}

const shownGaps = 20

/** What a finished import says. */
export function summary(imported: Imported, { project, data, database, objects, logs, artifacts }: ImportFlags): string {
  const { owner, listsPipelines } = imported
  const { counts, gaps, gapCount, differences } = imported.state
  const unlike = Object.entries(differences).map(([path, jobs]) => `${path} (${several(jobs, 'job')})`)
  const left = [
    ...(logs ? [] : ['logs: add --with-logs']),
    ...(artifacts ? [] : ['the bytes of artifacts: add --with-artifacts']),
    ...(listsPipelines ? [] : ['pipelines that have nothing but trigger jobs and that no other started: this server does not list them']),
    ...unreadable,
  ]
  return [
    `Imported ${project}: ${countsLine(counts)}.`,
    ...section(`Could not be read (${grouped(gapCount)}):`, [...gaps.slice(0, shownGaps), ...more(gapCount)]),
    ...section('Shown there, and kept here with another value or not at all:', unlike),
    ...section('Not copied:', left),
    '',
    `Start  npm start -- --data ${data} --runners off${database === undefined ? '' : ' --database ...'}${objects === undefined ? '' : ' --objects ...'}`,
    owner.token === undefined
      ? `Token  the one that was shown at the first import of ${owner.username}; another comes with --new-token`
      : `Token  ${owner.token}   of ${owner.username}, owner of the copy; it is shown this once`,
    '',
  ].join('\n')
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)])
const more = (count: number) =>
  count > shownGaps ? [`and ${grouped(count - shownGaps)} more; each was named on stderr when it was met`] : []
