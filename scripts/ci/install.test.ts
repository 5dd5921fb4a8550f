import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeJavaScriptProject } from '../pack/consumers.ts'
import { packAll, run } from '../pack/pack.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

test('npm installs the packages, and a program runs on them', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-install-'))
  folders.push(folder)
  const tarballs = await packAll(join(folder, 'tarballs'))
  const project = join(folder, 'project')
  await writeJavaScriptProject(project)
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd: project })
  const { stdout } = await run(process.execPath, ['index.js'], { cwd: project })
  expect(JSON.parse(stdout)).toEqual({ id: 8, status: 'success', hasLog: true })
})
