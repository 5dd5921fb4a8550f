import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { openSession } from '@jobs-api/conformance'
import { startMock } from '@jobs-api/mock'
import { createSandbox } from '@jobs-api/server/sandbox'
import { createIndependentServer } from './independent/server.ts'
import { demoSettings } from './reference.ts'

type Settings = Parameters<typeof openSession>[0]

/** Something else than the reference server, ready to be examined. */
export interface Target {
  readonly settings: Settings
  stop(): Promise<void>
}

/** The sandbox as a test holds it: in the same process, without a port. Its jobs stand still, so that none ends between two requests. */
async function sandbox(): Promise<Target> {
  const made = await createSandbox({ pace: { mode: 'never' } })
  const universe = await made.universe('conformance')
  const send: typeof fetch = (input, init) => universe.fetch(input, init)
  return { settings: { ...demoSettings, baseUrl: 'http://sandbox.example/api/v4', send }, stop: () => made.close() }
}

/** The mock remembers nothing, so it is not asked for what an action has changed unless a check does. */
async function mock(): Promise<Target> {
  const made = await startMock()
  return { settings: { ...demoSettings, baseUrl: made.url, patience: 200 }, stop: () => made.stop() }
}

async function independent(): Promise<Target> {
  const server = createIndependentServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const settings = { baseUrl: `${origin}/api/v4`, stateHandler: `${origin}/states`, ...independentSettings }
  return {
    settings,
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const independentSettings = {
  ...{ project: 'lab/engine', allowWrites: true, patience: 2000 },
  tokens: {
    ...{ maintainer: 'own-ada', developer: 'own-ben', reporter: 'own-cleo', guest: 'own-dov', stranger: 'own-eve', blocked: 'own-fay' },
    ...{ oauth: 'own-ben-oauth', 'read-only': 'own-ben-read', job: 'own-job-18', 'finished-job': 'own-job-7' },
    ...{ 'allowed-job': 'own-job-38', 'foreign-job': 'own-job-58' },
  },
  projects: {
    ...{ same: '1', other: 'lab/console', public: 'lab/console', protected: 'lab/console', members: 'lab/ledger' },
    ...{ 'public-members': 'lab/handbook', moved: 'lab/motor', refreshing: 'lab/attic', expendable: 'lab/ledger' },
  },
  handed: { 'debug-log': [3], 'maintainer-archive': [2], 'nobody-archive': [1], 'token-job': [18] },
} as const satisfies Partial<Settings>

export const targets: Readonly<Record<string, () => Promise<Target>>> = { sandbox, mock, independent }
