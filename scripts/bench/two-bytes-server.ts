import { createRequire } from 'node:module'

// The least that Express can answer: two bytes, and nothing decided.

/** As much of it as is used here; the package belongs to the server. */
interface App {
  disable(setting: string): App
  use(answer: (request: object, response: { end(text: string): void; setHeader(name: string, value: number): void }) => void): void
  listen(port: number, host: string, done: () => void): { address(): { port: number } }
}
const express: () => App = createRequire(new URL('../../packages/server/package.json', import.meta.url))('express')

const app = express()
app.disable('x-powered-by').disable('etag')
app.use((_request, response) => {
  response.setHeader('Content-Length', 2)
  response.end('{}')
})
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
