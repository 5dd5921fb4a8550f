import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../pack/pack.ts'

/** An import as its users run it: a process of its own. */
export function spawnImport(from: string, project: string, data: string, token: string, ...more: readonly string[]) {
  const program = join(root, 'packages/server/src/main.ts')
  const args = ['import', '--from', from, '--project', project, '--token-env', 'IMPORT_TOKEN', '--data', data, ...more]
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe', env: { ...process.env, IMPORT_TOKEN: token } })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += String(text)
    })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output }))
  return { child, ended }
}
