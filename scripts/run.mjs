// Bootstrap of a bare clone, for any Node >= 20: installs what the lock file pins, then hands the task to the pinned Node.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Resolves with the exit code. Whatever ends this process is passed on, so that nothing is left running behind it. */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const passOn = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, passOn)
    const orphaned = watchParent(() => passOn('SIGTERM'))
    const end = (code) => {
      clearInterval(orphaned)
      for (const signal of signals) process.off(signal, passOn)
      resolve(code)
    }
    child.on('error', ({ message }) => {
      console.error(`${command}: ${message}`)
      end(1)
    })
    child.on('close', (code) => end(code ?? 130))
  })
}

/** npm hands a signal to the shell between itself and us, and the shell dies of it without a word. */
function watchParent(onDeath) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  return setInterval(() => process.ppid !== parent && onDeath(), 200)
}

const [task, ...args] = process.argv.slice(2)
if (!existsSync(join(root, 'scripts', `${task}.ts`))) {
  console.error(`There is no scripts/${task}.ts to run`)
  process.exit(2)
}
if (read('node_modules/.pnpm/lock.yaml') !== read('pnpm-lock.yaml')) {
  const { packageManager } = JSON.parse(read('package.json'))
  console.log(`Installing with ${packageManager} (once; later runs start at once)`)
  const status = await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
  if (status !== 0) process.exit(status)
}
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  // What Node makes of TypeScript is made once, not by each of the hundreds of programs that the tests start.
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
}
process.exitCode = await run('node', [join('scripts', `${task}.ts`), ...args], { env })
