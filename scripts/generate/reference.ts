import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { redocly } from './redocly.ts'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const contract = fromHere('../../packages/contract/src/generated/openapi.json')
const template = fromHere('reference.hbs')
const page = fromHere('../../packages/contract/dist/reference.html')

/**
 * Builds the reference page of the contract, one HTML file that needs no network, unless the one that is there was built
 * from the same contract. True if it had to be built.
 */
export async function buildReference(): Promise<boolean> {
  const hash = await hashOf(contract, template)
  if ((await textOf(`${page}.sha256`)) === hash && (await textOf(page)) !== undefined) return false
  const half = `${page}.${process.pid}.html` // others may be reading or building the same page
  await mkdir(dirname(page), { recursive: true })
  await redocly('build-docs', contract, '--inlineBundle', '--openapi.disableTelemetry', '--template', template, '--output', half)
  await rename(half, page)
  await writeFile(`${page}.sha256`, hash)
  return true
}

async function hashOf(...paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(await readFile(path))
  return hash.digest('hex')
}

const textOf = (path: string) => readFile(path, 'utf8').catch(() => undefined)
