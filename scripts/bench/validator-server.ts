import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type OpenApiDocument, toolView } from '@jobs-api/contract'

// Another baseline: express and express-openapi-validator as their own page shows them, with requests and answers validated
// and every other setting left alone, giving out ready-made objects. What is left between the two is what the server does
// to find its objects, less what it saves on the way.

const [origin = '', ...paths] = process.argv.slice(2)

/** As much of both packages as is used here: they belong to the server, and nobody else declares them. */
interface App {
  use(middleware: readonly object[]): void
  get(path: string, answer: (request: object, response: { json(body: unknown): void }) => void): void
  listen(port: number, host: string, done: () => void): { address(): { port: number } }
}
interface Validator {
  middleware(options: { apiSpec: object; validateRequests: boolean; validateResponses: boolean }): readonly object[]
}

const require = createRequire(new URL('../../packages/server/package.json', import.meta.url))
const express: () => App = require('express')
const { middleware }: Validator = require('express-openapi-validator')
const document: OpenApiDocument = require(fileURLToPath(new URL('../../packages/contract/src/generated/openapi.json', import.meta.url)))

const app = express()
app.use(
  middleware({ apiSpec: { webhooks: {}, ...toolView(document, { closed: false }) }, validateRequests: true, validateResponses: true }),
)
for (const path of paths) {
  const objects: unknown = await (await fetch(`${origin}${path}`)).json()
  app.get(path.replace(/\?.*/, ''), (_request, response) => response.json(objects))
}
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
