/** How an example of the client is started against the demo world, and what it says when all is well. */
export interface Hero {
  readonly args: readonly string[]
  readonly says: RegExp
  /** Whose token it has; Mia's, a maintainer's, if it is not given. */
  readonly token?: string
  /** It waits until a job has ended: best where a minute is short. */
  readonly waits?: true
  /** Other arguments for a mock, or why it cannot run there. A mock always shows the same, so what is said does not count. */
  readonly mock?: { readonly args: readonly string[] } | { readonly unfit: string }
}

/** The examples in `packages/client/examples` that say what they did; each works in a demo world with its runners on. */
export const heroes: Readonly<Record<string, Hero>> = {
  'failed-jobs': {
    args: ['harbor/webshop', 'feature/freight-cost'],
    says: /^#16 unit \(test\): runner_system_failure\n[\s\S]+#11 lint \(test\): script_failure/,
  },
  'follow-log': { args: ['harbor/webshop', '8'], says: /\$ npm test[\s\S]+Job succeeded/ },
  'slowest-sections': { args: ['harbor/webshop', '8'], says: /^146 s step_script\n$/ },
  'newest-report': {
    args: ['harbor/webshop', 'master', 'test', 'report.txt'],
    says: /^2 tests, 0 failures\n$/,
    mock: { args: ['harbor/webshop', 'master', 'test', 'coverage/lcov.info'] },
  },
  'list-archive': { args: ['harbor/webshop', '8'], says: /^coverage\/\n(.*\n)*report\.txt \(\d+ bytes\)\n/ },
  'pipeline-summary': { args: ['harbor/webshop', '10'], says: /test: lint failed\n(.*\n)*promote: started nothing\n$/ },
  'job-of-this-token': { args: [], says: /^#14 \S+ of pipeline 20, started by \w+\n$/, token: 'demo-webshop-job' },
  'play-with-variables': { args: ['harbor/webshop', '26', 'TRACK=canary'], says: /^deploy-production is \w+ as #26\n$/ },
  'retry-and-wait': {
    args: ['harbor/webshop', '11'],
    says: /^lint runs again as #\d+\n(pending\n)?(running\n)?success\n$/,
    waits: true,
  },
  'cancel-pipeline': {
    args: ['harbor/webshop', '20'],
    says: /^#\d+ \S+: cancel(ed|ing)$/m,
    mock: { unfit: 'It asks for page after page, and a mock shows the same page each time, which the client takes for an error.' },
  },
  'sweep-old-artifacts': { args: ['harbor/webshop', '0', '--do-it'], says: /^deleted the artifacts of #8 test$/m },
}
