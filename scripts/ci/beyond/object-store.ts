import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/** A real S3 server of its own on this machine: versitygw, which keeps objects as files and refuses wrong secrets. */
export interface ObjectStore {
  readonly endpoint: string
  /** What a client has to have in its environment. */
  readonly credentials: { readonly AWS_ACCESS_KEY_ID: string; readonly AWS_SECRET_ACCESS_KEY: string; readonly AWS_REGION: string }
  /** Makes a bucket, and gives back its address. */
  create(name: string): Promise<string>
  stop(): Promise<void>
}

/** Where `.ci/run` puts it. */
const program = [process.env['VERSITYGW'] ?? '', join(homedir(), '.cache/jobs-api-ci/versitygw')].find((path) => existsSync(path))

const credentials = { AWS_ACCESS_KEY_ID: 'jobs', AWS_SECRET_ACCESS_KEY: 'not-a-secret', AWS_REGION: 'eu-test-1' }

export async function startObjectStore(): Promise<ObjectStore> {
  if (program === undefined) throw new Error('versitygw is missing: .ci/run installs it, or name it in VERSITYGW')
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-objects-'))
  const port = await freePort()
  const { AWS_ACCESS_KEY_ID: access, AWS_SECRET_ACCESS_KEY: secret, AWS_REGION: region } = credentials
  const flags = ['--port', `127.0.0.1:${port}`, '--access', access, '--secret', secret, '--region', region, '--quiet']
  // Otherwise it needs a file system with extended attributes.
  const sidecar = join(folder, 'sidecar')
  await mkdir(join(folder, 'objects'))
  await mkdir(sidecar)
  const server = spawn(program, [...flags, 'posix', '--sidecar', sidecar, join(folder, 'objects')], { stdio: 'ignore' })
  const endpoint = `http://127.0.0.1:${port}`
  for (let tries = 0; !(await fetch(endpoint).catch(() => undefined)); tries++) {
    if (tries > 100 || server.exitCode !== null) throw new Error('versitygw does not start')
    await pause(100)
  }
  return {
    endpoint,
    credentials,
    async create(name) {
      await mkdir(join(folder, 'objects', name))
      return `s3://${name}?endpoint=${encodeURIComponent(endpoint)}`
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
