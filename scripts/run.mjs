// Bootstrap of a bare clone, for any Node >= 20: installs what the lock file pins, then hands the task to the pinned Node.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
const run = (command, args, options = {}) => {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(`${command}: ${error.message}`)
  return status ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1)
}

const [task, ...args] = process.argv.slice(2)
if (read('node_modules/.pnpm/lock.yaml') !== read('pnpm-lock.yaml')) {
  const { packageManager } = JSON.parse(read('package.json'))
  console.log(`Installing with ${packageManager} (once; later runs start at once)`)
  const status = run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
  if (status !== 0) process.exit(status)
}
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
}
process.exit(run('node', [join('scripts', `${task}.ts`), ...args], { env }))
