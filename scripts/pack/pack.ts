import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildReference } from '../generate/reference.ts'
import { bundleClient } from './bundle-client.ts'

export const run = promisify(execFile)
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The packages that others install, each after those that it needs. */
export const published = ['contract', 'lifecycle', 'client', 'server', 'mock'] as const

/** Builds the published packages and packs each as a registry would get it; gives back the paths of the tarballs. */
export async function packAll(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  await run('tsc', ['-b', ...published.map((name) => `packages/${name}`)], { cwd: root })
  await bundleClient()
  await buildReference()
  const { packageManager }: { packageManager: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const pack = (name: string) =>
    run('npx', ['--yes', packageManager, 'pack', '--pack-destination', folder], { cwd: join(root, 'packages', name) })
  await Promise.all(published.map(pack))
  return (await readdir(folder)).map((name) => join(folder, name))
}
