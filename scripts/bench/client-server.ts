import { createServer, type ServerResponse } from 'node:http'
import { archiveSize } from './client-errands.ts'

// What the clients talk to: as little of a server as there can be, so that what is measured is the client. It asks the
// reference server once for each path, and from then on sends the very same bytes; an archive is so many zeros.

const [origin = '', token = '', ...paths] = process.argv.slice(2)
const constants = new Map<string | undefined, { headers: [string, string][]; body: Buffer }>()
for (const path of paths) {
  const answer = await fetch(`${origin}${path}`, { headers: { 'PRIVATE-TOKEN': token } })
  if (!answer.ok) throw new Error(`${path} is answered ${answer.status}`)
  // Node adds those that it names here by itself.
  const headers = [...answer.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
  constants.set(path.split('?')[0], { headers, body: Buffer.from(await answer.arrayBuffer()) })
}

const server = createServer((request, response) => {
  // Clients ask for the same list with different queries.
  const path = request.url?.split('?')[0]
  if (path?.endsWith('/artifacts') === true) return sendZeros(response)
  const constant = constants.get(path)
  if (constant === undefined) response.writeHead(404).end()
  else response.writeHead(200, constant.headers).end(constant.body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})

const zeros = Buffer.alloc(2 ** 16)

function sendZeros(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': archiveSize, ETag: '"zeros"' })
  let left = archiveSize
  const more = () => {
    while (left > 0) {
      left -= zeros.length
      if (!response.write(zeros)) return void response.once('drain', more)
    }
    response.end()
  }
  more()
}
