import { createServer } from 'node:http'
import { answerBrokenRequests, close, limits } from '../http/connection.ts'
import { holdRequests, listen } from '../listen.ts'
import { openLog } from '../log.ts'
import { SettingError } from '../setting-table.ts'
import { createSandbox } from './create-sandbox.ts'
import { NoWorld } from './named-worlds.ts'
import type { SandboxSettings } from './sandbox-settings.ts'

interface Voice {
  say(text: string): void
  complain(text: string): void
}

/** How long answers under way may take after the order to stop, in milliseconds. */
const patience = 2000

/** Listens with a sandbox. What cannot be done is said by a `SettingError`. */
export async function startSandbox(settings: SandboxSettings, voice: Voice) {
  const server = createServer(limits)
  answerBrokenRequests(server)
  const answerWith = holdRequests(server)
  const url = await listen(server, settings)
  const log = openLog(settings.log_level, voice.complain)
  const {
    at,
    edition,
    world,
    speed,
    pace,
    seed,
    cors_origin: corsOrigins,
    universes: maxUniverses,
    external_url: externalUrl = url,
  } = settings
  const options = { world, speed, pace, seed, edition, corsOrigins, maxUniverses, externalUrl, report: log.accident }
  try {
    const sandbox = await createSandbox({ ...options, ...(at === undefined ? {} : { at }) })
    // So that the first request does not have to wait for its world.
    await sandbox.universe()
    answerWith(sandbox.app)
    voice.say(screen(url, settings))
    log.started({ url, edition })
    return {
      url,
      stop: async () => {
        await close(server, patience)
        await sandbox.close()
        log.stopped()
      },
    }
  } catch (error) {
    server.close().closeAllConnections()
    throw error instanceof NoWorld ? new SettingError(`${error.message}.`) : error
  }
}

const screen = (url: string, { world, edition, speed }: SandboxSettings): string => `
  The sandbox is up${edition === 'current' ? '' : ` (edition ${edition})`}.

  API        ${url}/api/v4
  World      ${world}, in memory, gone at the end
  Clock      ${speed === 0 ? 'stands still until it is moved' : speed === 1 ? 'as on the wall' : `${speed} seconds a second`}

  Try        # which jobs failed?
             curl --globoff -H 'PRIVATE-TOKEN: demo-dana-personal' '${url}/api/v4/projects/1/jobs?scope[]=failed'
             # let ten minutes pass
             curl -X POST --json '{"advance":"10m"}' ${url}/sandbox/clock
             # back to the beginning
             curl -X POST ${url}/sandbox/reset

  Ctrl-C stops it.

`
