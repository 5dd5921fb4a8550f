import { expect, test } from 'vitest'
import { flagOf } from './setting-table.ts'
import { definitions, readSettings, SettingError, type SettingName, settingsHelp, settingsTable, variableOf } from './settings.ts'

test('without a word, everything has its default', () => {
  expect(readSettings([], {})).toEqual({
    ...{ host: '127.0.0.1', port: 4000, data: './.jobs-api', world: 'demo', reset: false, edition: 'current' },
    ...{
      database: undefined,
      objects: undefined,
      proxy_download: false,
      runners: true,
      external_url: undefined,
      rate_limit: undefined,
      cors_origin: [],
      log_level: 'info',
      metrics_port: undefined,
      trust_proxy: false,
      expose_demo_tokens: false,
    },
  })
})

const both = { JOBS_API_PORT: '4002', JOBS_API_WORLD: 'none', JOBS_API_RESET: 'true' }

test.each([
  ['a flag', ['--port', '4001'], {}, { port: 4001 }],
  ['a flag with =', ['--port=4001'], {}, { port: 4001 }],
  ['a value with = in it', ['--world=a=b.yaml'], {}, { world: 'a=b.yaml' }],
  ['the environment', [], both, { port: 4002, world: 'none', reset: true }],
  ['a flag before the environment', ['--port', '4001', '--reset=false'], both, { port: 4001, world: 'none', reset: false }],
  ['a switch', ['--reset', '--trust-proxy'], {}, { reset: true, trust_proxy: true }],
  ['the last of two flags', ['--port', '1', '--port', '2'], {}, { port: 2 }],
  ['an address without its slash', ['--external-url', 'https://ci.example.com/'], {}, { external_url: 'https://ci.example.com' }],
  ['runners at rest', [], { JOBS_API_RUNNERS: 'off' }, { runners: false }],
  ['a limit', ['--rate-limit', '600'], {}, { rate_limit: 600 }],
  [
    'pages',
    ['--cors-origin', 'http://localhost:5173, https://app.example.com'],
    {},
    { cors_origin: ['http://localhost:5173', 'https://app.example.com'] },
  ],
  ['all pages', ['--cors-origin=*'], {}, { cors_origin: ['*'] }],
  ['a talkative log', [], { JOBS_API_LOG_LEVEL: 'debug' }, { log_level: 'debug' }],
  ['an edition', ['--edition', '13.2'], {}, { edition: '13.2' }],
  ['a database', ['--database', 'postgres://me:secret@db/jobs'], {}, { database: 'postgres://me:secret@db/jobs' }],
  ['a bucket', ['--objects', 's3://jobs/artifacts?region=eu-1'], {}, { objects: 's3://jobs/artifacts?region=eu-1' }],
  ['any free port', ['--port', '0'], {}, { port: 0 }],
  ['somebody else’s variables', [], { PORT: '1', JOBS_API_POT: '2' }, { port: 4000 }],
])('%s', (_, args, environment, wanted) => {
  expect(readSettings(args, environment)).toMatchObject(wanted)
})

test.each([
  [['--colour', 'red'], 'There is no setting --colour; --help lists them all.'],
  [['4001'], 'There is no setting 4001; --help lists them all.'],
  [['--world'], '--world needs a value.'],
  [['--port', 'many'], '--port must be a whole number up to 65535, not "many".'],
  [['--port', '65536'], '--port must be a whole number up to 65535, not "65536".'],
  [['--port', '-1'], '--port must be a whole number up to 65535, not "-1".'],
  [['--port='], '--port must be a whole number up to 65535, not "".'],
  [['--rate-limit', '1.5'], '--rate-limit must be a whole number up to 1000000000, not "1.5".'],
  [['--runners', 'fast'], '--runners must be on or off, not "fast".'],
  [['--reset=yes'], '--reset must be true or false, not "yes".'],
  [['--edition', '9.0'], '--edition must be one of 10.7, 11.x, 12.8, 13.2, 17.x, current, not "9.0".'],
  [
    ['--cors-origin', 'https://app.example.com/'],
    '--cors-origin must be origins such as https://app.example.com, or *, not "https://app.example.com/".',
  ],
  [['--cors-origin', 'null'], '--cors-origin must be origins such as https://app.example.com, or *, not "null".'],
  [['--log-level', 'loud'], '--log-level must be one of error, info, debug, silent, not "loud".'],
  [['--database', 'mysql://me:secret@db/jobs'], '--database must be the address of a PostgreSQL database, postgres://user@host/name.'],
  [['--objects', 's3:jobs'], '--objects must be a bucket of an object store, s3://bucket/prefix.'],
  [['--objects', 'https://jobs.example.com'], '--objects must be a bucket of an object store, s3://bucket/prefix.'],
  [['--external-url', 'ci.example.com'], '--external-url must be an http or https address, not "ci.example.com".'],
  [['--external-url', 'ftp://ci.example.com'], '--external-url must be an http or https address, not "ftp://ci.example.com".'],
])('%o: %s', (args, wanted) => {
  expect(() => readSettings(args, {})).toThrow(new SettingError(wanted))
})

test.each(Object.keys(definitions) as SettingName[])('%s is said in the help text and in the table', (name) => {
  const { default: fallback, sentence } = definitions[name]
  expect(settingsHelp()).toMatch(new RegExp(`^  ${flagOf(name)}( [A-Z]+)? .*${escaped(sentence)}`, 'm'))
  const row = settingsTable()
    .split('\n')
    .find((line) => line.includes(`\`${flagOf(name)}`))
  expect(row).toContain(`| \`${variableOf(name)}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${sentence} |`)
})

test.each([
  ['trust_proxy', '--trust-proxy', 'JOBS_API_TRUST_PROXY'],
  ['port', '--port', 'JOBS_API_PORT'],
] as const)('%s is %s and %s', (name, flag, variable) => {
  expect([flagOf(name), variableOf(name)]).toEqual([flag, variable])
})

const escaped = (text: string) => text.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')
