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

/** Serves a folder on this machine alone. */
export async function serveFolder(folder: string, port: number): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = pathOf(folder, request.url ?? '/')
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
    if (path === undefined || found?.isFile() !== true)
      return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such page.\n')
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' })
    createReadStream(path).pipe(response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}/`, close }
}

/** Normalized from the root, a path cannot lead out of the folder. Undefined where it is none. */
function pathOf(folder: string, url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*/, ''))
    return path.includes('\0') ? undefined : join(folder, normalize(`/${path}${path.endsWith('/') ? 'index.html' : ''}`))
  } catch {
    return undefined
  }
}
