import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Example, OperationId } from '@jobs-api/contract'
import { ExampleServer, type FreshWorld, freshWorld } from '../examples/fresh-server.ts'
import { documentedOperations } from './operation.ts'

/** Among the packages, so that programs there find the client as their readers' programs do. */
export const sampleFolder = join('node_modules', '.cache', `docs-samples-${process.pid}`)

/** Every example of success, which is what the pages show samples of. */
export const shownExamples = (await documentedOperations()).flatMap(({ examples }) => examples.filter(({ status }) => status < 300))

/** Every example, refusals among them. */
export const allExamples = (await documentedOperations()).flatMap(({ examples }) => examples)

/** The server of the examples, at which each sample finds the demo world as nobody has touched it. */
export class SampleServer {
  readonly #server: ExampleServer
  readonly #unchanged: FreshWorld

  private constructor(server: ExampleServer, unchanged: FreshWorld) {
    this.#server = server
    this.#unchanged = unchanged
  }

  static async start(): Promise<SampleServer> {
    await mkdir(sampleFolder, { recursive: true })
    return new SampleServer(await ExampleServer.start(), await freshWorld())
  }

  /** A sample as it has to be written to find this server. */
  here(source: string): string {
    return source.replaceAll('http://127.0.0.1:4000', `http://127.0.0.1:${this.#server.port}`)
  }

  async inWorld<Result>(changes: boolean, run: () => Promise<Result>): Promise<Result> {
    const world = changes ? await freshWorld() : this.#unchanged
    this.#server.enter(world)
    return run().finally(() => (changes ? world.remove() : undefined))
  }

  async stop(): Promise<void> {
    await Promise.all([this.#server.stop(), this.#unchanged.remove(), rm(sampleFolder, { recursive: true, force: true })])
  }
}

/** Writes a program and gives back where it lies. */
export async function written({ operationId, name }: Example<OperationId>, kind: string, source: string): Promise<string> {
  const path = join(sampleFolder, `${operationId}-${name}-${kind}`)
  await writeFile(path, source)
  return path
}
