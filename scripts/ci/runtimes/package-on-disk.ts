import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { packAll, root, run } from '../../pack/pack.ts'

const machine = `${process.platform}-${process.arch}`
const isLinux = process.platform === 'linux'

/** The runtimes as npm has them, without a script of theirs being run: name in `node_modules`, and what stands there. */
const runtimes = {
  'node-20': `npm:node-${machine}@20.20.2`,
  'node-22': `npm:node-${machine}@22.23.3`,
  'node-24': `npm:node-${machine}@24.21.0`,
  deno: `npm:@deno/${machine}${isLinux ? '-glibc' : ''}@2.9.6`,
  workerd: `npm:@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}@1.20261117.1`,
}

/**
 * A folder with the packages as a registry would get them, the runtimes, and the suite as modules beside them: `suite.js`,
 * which needs nothing but what it is given, and `main.js`, a program that loads the package by its name.
 */
export async function installEverything(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-runtimes-'))
  const tarballs = await packAll(join(folder, 'tarballs'))
  const packed = (name: string) => `file:${tarballs.find((path) => path.includes(`jobs-api-${name}-`))}`
  const dependencies = { '@jobs-api/client': packed('client'), '@jobs-api/contract': packed('contract'), ...runtimes }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }))
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'], { cwd: folder })
  await Promise.all(['suite', 'main'].map((name) => bundle(name, folder)))
  return folder
}

/** One module without others beside it. */
async function bundle(name: string, folder: string): Promise<void> {
  const input = join(root, `scripts/clients/suite/${name}.ts`)
  const made = await rolldown({ input, external: [/^node:/, '@jobs-api/client'] })
  await made.write({ dir: folder, entryFileNames: `${name}.js`, codeSplitting: false, format: 'esm' })
  await made.close()
}
