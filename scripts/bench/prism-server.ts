import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { document } from '@jobs-api/contract'
import { prismView } from '../../packages/mock/src/prism.ts'

// A peer: Prism's own command on the document as it understands it. It answers with an example of the contract.

const [folder = ''] = process.argv.slice(2)
const file = join(folder, 'prism.json')
await writeFile(file, JSON.stringify(prismView(document)))

const command = createRequire(new URL('../../packages/mock/package.json', import.meta.url)).resolve('@stoplight/prism-cli')
const port = await freePort()
process.argv.splice(2, process.argv.length, 'mock', file, '--port', String(port), '--verboseLevel', 'silent')
await import(command)
for (;;) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v4/projects/1/jobs`).catch(() => undefined)
  if (answer !== undefined) break
}
console.log(`http://127.0.0.1:${port}`)

/** Prism takes no 0 for any free port. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
