import { document } from '@jobs-api/contract'
import fastify from 'fastify'

// A peer: Fastify with a serializer compiled from the contract's own schema of a job, giving out ready-made objects. It asks for no
// token and validates no request.

const [origin = '', path = ''] = process.argv.slice(2)
const objects: unknown = await (await fetch(`${origin}${path}`)).json()

const app = fastify()
app.addSchema({ $id: 'contract', ...document })
const schema = { response: { 200: { type: 'array', items: { $ref: 'contract#/components/schemas/Job' } } } }
app.get(path.replace(/\?.*/, ''), { schema }, async () => objects)
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
