import { chmod, mkdir, readFile, realpath, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root, run } from './pack.ts'

interface Manifest {
  name: string
  version: string
  bin?: Record<string, string>
  dependencies?: Record<string, string>
}

/**
 * Puts tarballs into a project's `node_modules` as an installer would, without a network: the packages from the tarballs,
 * and exactly the dependencies that they name, taken from this workspace. A dependency that is not named is missing.
 */
export async function installByHand(tarballs: readonly string[], project: string): Promise<readonly Manifest[]> {
  return Promise.all(tarballs.map((tarball) => unpack(tarball, join(project, 'node_modules'))))
}

async function unpack(tarball: string, modules: string): Promise<Manifest> {
  const { stdout } = await run('tar', ['-xzOf', tarball, 'package/package.json'])
  const manifest: Manifest = JSON.parse(stdout)
  const folder = join(modules, manifest.name)
  await mkdir(folder, { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'])
  const own = join(root, 'packages', manifest.name.replace('@jobs-api/', ''), 'node_modules')
  const foreign = Object.keys(manifest.dependencies ?? {}).filter((name) => !name.startsWith('@jobs-api/'))
  await Promise.all(foreign.map((name) => link(join(own, name), join(modules, name))))
  for (const [name, file] of Object.entries(manifest.bin ?? {})) {
    await chmod(join(folder, file), 0o755)
    await link(join(folder, file), join(modules, '.bin', name))
  }
  return manifest
}

export async function link(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await symlink(await realpath(from), to)
}

/** The manifest of a package of this workspace, as it stands here. */
export async function manifestOf(name: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8'))
}
