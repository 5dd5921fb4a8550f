import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { fileBytes } from '../../packages/server/src/storage/disk/disk-artifact-store.ts'

// A large file, sent in one of three ways: as the server does it, as Express does it, and from memory, where it need not be read at all.

const [way = '', path = ''] = process.argv.slice(2)
const file = await fileBytes(path)
const sendTo = file?.sendTo
if (file === undefined || sendTo === undefined) throw new Error(`there is no ${path}`)

/** As much of it as is used here; the package belongs to the server. */
interface App {
  get(path: string, answer: (request: object, response: { sendFile(path: string): void }) => void): RequestListener
}
const express: () => App = createRequire(new URL('../../packages/server/package.json', import.meta.url))('express')
const piece = Buffer.alloc(2 ** 20)

const ways: Readonly<Record<string, RequestListener>> = {
  ours: (_request, response) => void sendTo(response.setHeader('Content-Length', file.size), 0, file.size),
  sendFile: express().get('/', (_request, response) => response.sendFile(path)),
  memory: async (_request, response) => {
    response.setHeader('Content-Length', file.size)
    for (let left = file.size; left > 0 && !response.destroyed; left -= piece.length)
      await new Promise((written) => response.write(piece.subarray(0, Math.min(left, piece.length)), written))
    response.end()
  },
}

const server = createServer(ways[way]).listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})
