import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeJavaScriptProject } from '../pack/consumers.ts'
import { packAll, run } from '../pack/pack.ts'

let folder = ''
let project = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-install-'))
  project = join(folder, 'project')
  const tarballs = await packAll(join(folder, 'tarballs'))
  await writeJavaScriptProject(project)
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd: project })
}, 400_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('npm installs the packages, and a program runs on them', { timeout: 100_000 }, async () => {
  const { stdout } = await run(process.execPath, ['index.js'], { cwd: project })
  expect(JSON.parse(stdout)).toEqual({ id: 8, status: 'success', hasLog: true, mocked: 'failed', sandbox: 200 })
})

test('npx starts the mock', { timeout: 100_000 }, async () => {
  const npx = spawn('npx', ['@jobs-api/mock', '--port', '0'], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const ended = once(npx, 'exit')
  try {
    let screen = ''
    for await (const chunk of npx.stdout.iterator({ destroyOnReturn: false })) {
      screen += String(chunk)
      if (screen.includes('Ctrl+C')) break
    }
    const [url = ''] = /http:\S+\/api\/v4/.exec(screen) ?? []
    const answer = await fetch(`${url}/projects/1/jobs/31`, { headers: { 'PRIVATE-TOKEN': 'any' } })
    expect([answer.status, Object(await answer.json()).id]).toEqual([200, 31])
  } finally {
    // npx, the shell that it starts, and the mock.
    if (npx.pid !== undefined) process.kill(-npx.pid, 'SIGTERM')
    await ended
  }
})
