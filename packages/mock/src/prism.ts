import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OpenApiDocument } from '@jobs-api/contract'

/** A Prism that answers on a port of its own, which nobody but the front is told. */
export interface Prism {
  readonly port: number
  /** Settles with the reason when Prism ends by itself. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

const patience = 20_000

/** Starts Prism's own command on a document, and waits until it answers. */
export async function startPrism(document: OpenApiDocument): Promise<Prism> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-mock-'))
  const file = join(folder, 'openapi.json')
  await writeFile(file, JSON.stringify(document))
  const port = await freePort()
  const child = spawn(process.execPath, [await command(), 'mock', file, '--host', '127.0.0.1', '--port', String(port), '-v', 'error'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints = collect(child)
  const ended = once(child, 'exit').then(([code]) => `Prism stopped with exit code ${code}${complaints()}`)
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await ended
    await rm(folder, { recursive: true, force: true })
  }
  const failure = await Promise.race([answering(port), ended])
  if (failure === undefined) return { port, ended, stop }
  await stop()
  throw new Error(failure)
}

/** The package says which file its command is; the path inside it is nobody's promise. */
async function command(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json')
  const { bin }: { bin: { prism: string } } = JSON.parse(await readFile(manifest, 'utf8'))
  return join(dirname(manifest), bin.prism)
}

function collect(child: ChildProcess): () => string {
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.length < 100 && chunks.push(chunk))
  return () => (chunks.length === 0 ? '' : `:\n${Buffer.concat(chunks).toString().trim()}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Resolves with undefined as soon as anything is answered, or with a reason. */
async function answering(port: number): Promise<string | undefined> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (up) return undefined
    await sleep(30)
  }
  return `Prism did not answer within ${patience / 1000} seconds`
}
