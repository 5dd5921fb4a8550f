/** What is measured: a name, what one request asks for, and its path. */
export interface Row {
  readonly name: string
  readonly title: string
  readonly path: string
  readonly json?: true
}

const project = '/api/v4/projects/1'
const as = 'private_token=bench-reader'

/** Job 500 is the one with a log and an archive. */
export const rows: readonly Row[] = [
  { name: 'list', title: 'list 20 jobs of 500', path: `${project}/jobs?${as}`, json: true },
  { name: 'job', title: 'one job', path: `${project}/jobs/500?${as}`, json: true },
  { name: 'log', title: 'a log', path: `${project}/jobs/500/trace?${as}` },
  { name: 'archive', title: 'an archive', path: `${project}/jobs/500/artifacts?${as}` },
  { name: 'file', title: 'one file of that archive', path: `${project}/jobs/500/artifacts/report.txt?${as}` },
]
