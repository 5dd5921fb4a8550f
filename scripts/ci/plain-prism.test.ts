import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Edition, editionDocument, editionNames, examplesOf, wireRequest } from '@jobs-api/contract'
import { operations } from '@jobs-api/contract/operations'
import { afterAll, describe, expect, test } from 'vitest'
import { root, run } from '../pack/pack.ts'

// The document that the mock gives to Prism serves the `prism` command just as well.

const stops: (() => Promise<void>)[] = []
afterAll(() => Promise.all(stops.map((stop) => stop())))

async function prism(edition: Edition): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-prism-'))
  const file = join(folder, 'jobs-api.json')
  const program = join(root, 'packages/mock/src/main.ts')
  const { stdout } = await run(process.execPath, [program, '--view', '--edition', edition], { maxBuffer: 64 * 2 ** 20 })
  await writeFile(file, stdout)
  const child = spawn(process.execPath, [await command(), 'mock', file, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  stops.push(async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  })
  let screen = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    screen += String(chunk)
    const [url] = /http:\/\/127\.0\.0\.1:[1-9]\d*(?=\s|$)/m.exec(screen.split('listening on')[1] ?? '') ?? []
    if (url !== undefined) {
      child.stdout.resume()
      return url
    }
  }
  throw new Error(`prism ended: ${screen}`)
}

/** The package says which file its command is. */
async function command(): Promise<string> {
  const manifest = createRequire(join(root, 'packages/mock/src/main.ts')).resolve('@stoplight/prism-cli/package.json')
  const { bin }: { bin: { prism: string } } = JSON.parse(await readFile(manifest, 'utf8'))
  return join(dirname(manifest), bin.prism)
}

const isOperation = (id: string): id is keyof typeof operations => id in operations

describe.each(editionNames.filter((name) => name === '10.7' || name === 'current'))('edition %s', async (edition) => {
  const url = await prism(edition)
  const examples = examplesOf(await editionDocument(edition)).filter(({ mediaType }) => mediaType === 'application/json')

  test('every example that is JSON comes from a plain Prism, under the addresses of production', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    for (const { operationId, status, name, value } of examples) {
      const base = examples.find((other) => other.operationId === operationId && other.status < 300)
      if (!isOperation(operationId) || base === undefined) continue
      const { method, path, headers } = wireRequest(operations[operationId], base.request)
      const answer = await fetch(url + path, { method, headers: { ...headers, Prefer: `code=${status}, example=${name}` } })
      const body = await answer.text()
      if (answer.status !== status || body !== JSON.stringify(value))
        wrong.push(`${operationId} ${status} ${name}: ${answer.status} ${body.slice(0, 100)}`)
    }
    expect(wrong).toEqual([])
  })

  test('a scope that does not exist is refused', async () => {
    const answer = await fetch(`${url}/api/v4/projects/1/jobs?scope=broken`, { headers: { 'PRIVATE-TOKEN': 'any' } })
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'scope does not have a valid value' }])
  })
})
