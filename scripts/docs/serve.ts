import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** Serves a folder on this machine alone, and gives back its address. */
export async function serveFolder(folder: string, port: number): Promise<string> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // Normalized from the root, a path cannot lead out of the folder.
    const path = join(folder, normalize(`/${decodeURIComponent(pathname)}${pathname.endsWith('/') ? 'index.html' : ''}`))
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() !== true) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such page.\n')
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' })
    createReadStream(path).pipe(response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}/`
}
