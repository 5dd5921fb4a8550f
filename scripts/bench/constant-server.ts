import { createServer, get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Row } from './rows.ts'

// The baseline: node:http with nothing behind it. It asks the server under test once for each row, and from then on sends
// the very same bytes, so that what is left between the two is what the server does to find them.

interface Constant {
  readonly headers: readonly string[]
  readonly body: Buffer
}

const [origin = '', ...paths] = process.argv.slice(2)
const constants = new Map<string | undefined, Constant>()
for (const path of paths) constants.set(path, await record(path))

const server = createServer((request, response) => {
  const constant = constants.get(request.url)
  if (constant === undefined) return void response.writeHead(404).end()
  response.writeHead(200, [...constant.headers]).end(constant.body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})

function record(path: Row['path']): Promise<Constant> {
  return new Promise((done, fail) => {
    get(`${origin}${path}`, (answer) => {
      // Node adds those that it names here by itself.
      const own = new Set(['date', 'connection', 'keep-alive'])
      const pairs = answer.rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, answer.rawHeaders[index + 1] ?? '']] : []))
      const headers = pairs.filter(([name = '']) => !own.has(name.toLowerCase())).flat()
      buffer(answer).then((body) => done({ headers, body }), fail)
    }).on('error', fail)
  })
}
