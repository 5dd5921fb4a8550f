import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

// A peer: Prism's own command on a document that `writePrismView` wrote. It answers with an example of the contract.

const [file = ''] = process.argv.slice(2)
const command = createRequire(new URL('../../packages/mock/package.json', import.meta.url)).resolve('@stoplight/prism-cli')
const port = await freePort()
process.argv.splice(2, process.argv.length, 'mock', file, '--port', String(port), '--verboseLevel', 'silent')
await import(command)
while (!(await isListening())) await pause(5)
console.log(`http://127.0.0.1:${port}`)

function isListening(): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    })
    socket.on('error', () => done(false))
  })
}

/** Prism takes no 0 for any free port. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
