import { type Settings, settingsHelp } from './settings.ts'

interface Shown {
  readonly url: string
  readonly settings: Settings
  readonly folder: string
  readonly isDemo: boolean
  /** Whether there was a world already, so that none was loaded. */
  readonly isKept: boolean
}

/** What a person sees when the server is up. */
export function screen({ url, settings, folder, isDemo, isKept }: Shown): string {
  const edition = settings.edition === 'current' ? '' : ` (edition ${settings.edition})`
  const lines = [
    '',
    `  The Jobs API is up${edition}.`,
    '',
    `  API        ${url}/api/v4`,
    `  Reference  ${url}/docs`,
    `  Data       ${settings.data === ':memory:' ? 'in memory, gone at the end' : folder}`,
    `  Runners    ${settings.runners ? 'simulated: jobs start, log and finish by themselves' : 'off: nothing happens but what is asked for'}`,
    ...(isKept && settings.world !== 'none' ? ['  World      the one in that folder, as it was left; --reset begins anew'] : []),
    ...(isDemo ? demo(url) : []),
    '',
    '  Ctrl-C stops it.',
    '',
  ]
  return `${lines.join('\n')}\n`
}

function demo(url: string): string[] {
  return [
    '',
    '  Tokens     demo-olga-personal (owner), demo-mia-personal (maintainer), demo-dana-personal (developer),',
    '             demo-rita-personal (reporter), demo-gus-personal (guest), demo-webshop-job (the token of running job 14)',
    '',
    '  Try        # which jobs failed?',
    `             curl --globoff -H 'PRIVATE-TOKEN: demo-dana-personal' '${url}/api/v4/projects/1/jobs?scope[]=failed'`,
    '             # what did the linter say?',
    `             curl -H 'PRIVATE-TOKEN: demo-dana-personal' ${url}/api/v4/projects/harbor%2Fwebshop/jobs/11/trace`,
    '             # run it again',
    `             curl -X POST -H 'PRIVATE-TOKEN: demo-dana-personal' ${url}/api/v4/projects/1/jobs/11/retry`,
  ]
}

export function help(): string {
  return `The reference server of the Jobs API.

Usage: npm start -- [settings]     (installed: jobs-api-server [settings])
       npm run backup -- --help, npm run restore -- --help     (installed: jobs-api-server backup --help ...)

Settings, each also as an environment variable (--rate-limit is JOBS_API_RATE_LIMIT):

${settingsHelp()}
`
}
