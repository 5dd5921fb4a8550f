import { type Settings, settingsHelp } from './settings.ts'

/** Tokens of the worlds that come with the server, and what is worth knowing of each. */
const remarks = {
  'demo-olga-personal': 'owner',
  'demo-mia-personal': 'maintainer',
  'demo-dana-personal': 'developer',
  'demo-rita-personal': 'reporter',
  'demo-gus-personal': 'guest',
  'demo-webshop-job': 'the token of running job 14',
  'demo-fleet-group': 'of the group harbor/fleet, reporter',
  'demo-bruno-personal': 'blocked, so refused',
} as const

export type ShownToken = keyof typeof remarks

export const shownTokens = Object.keys(remarks) as readonly ShownToken[]

interface Shown {
  readonly url: string
  readonly settings: Settings
  readonly folder: string
  /** Where metrics are told, if they are. */
  readonly metricsUrl: string | undefined
  /** Which of the `shownTokens` there are. */
  readonly tokens: readonly ShownToken[]
  /** Whether there was a world already, so that none was loaded. */
  readonly isKept: boolean
}

/** What a person sees when the server is up. */
export function screen({ url, settings, folder, metricsUrl, tokens, isKept }: Shown): string {
  const edition = settings.edition === 'current' ? '' : ` (edition ${settings.edition})`
  const lines = [
    '',
    `  The Jobs API is up${edition}.`,
    '',
    `  API        ${url}/api/v4`,
    `  Reference  ${url}/docs`,
    ...(metricsUrl === undefined ? [] : [`  Metrics    ${metricsUrl}`]),
    ...(settings.database === undefined ? [] : [`  Database   ${withoutSecrets(settings.database)}`]),
    ...(settings.objects === undefined ? [] : [`  Artifacts  ${withoutSecrets(settings.objects)}`]),
    `  Data       ${settings.data === ':memory:' ? 'in memory, gone at the end' : folder}`,
    `  Runners    ${settings.runners ? 'simulated: jobs start, log and finish by themselves' : 'off: nothing happens but what is asked for'}`,
    ...(isKept && settings.world !== 'none' ? ['  World      the one in that folder, as it was left; --reset begins anew'] : []),
    // Worlds that were made have the demo world's people, too, but not its jobs.
    ...(tokens.includes('demo-webshop-job') ? demo(url, tokens) : []),
    '',
    '  Ctrl-C stops it.',
    '',
  ]
  return `${lines.join('\n')}\n`
}

/** An address without user, password and parameters. */
const withoutSecrets = (url: string) => url.replace(/^(\w+:\/\/)(?:[^@/]*@)?([^?]*).*/, '$1$2')

function demo(url: string, tokens: readonly ShownToken[]): string[] {
  return [
    '',
    ...tokens.map((token, index) => `  ${index === 0 ? 'Tokens' : '      '}     ${token.padEnd(20)} ${remarks[token]}`),
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
       npm run backup -- --help, npm run restore -- --help, npm run import -- --help,
       npm run move -- --help
                                 (installed: jobs-api-server backup --help ...)

Settings, each also as an environment variable (--rate-limit is JOBS_API_RATE_LIMIT):

${settingsHelp()}
`
}
