import { once } from 'node:events'
import { createServer } from 'node:http'
import { operations } from '@jobs-api/contract/operations'
import { type Mock, startMock } from '@jobs-api/mock'
import { createSandbox } from '../../packages/server/src/sandbox/create-sandbox.ts'
import { Stage } from '../examples/execute.ts'
import { frozen } from '../examples/fresh-server.ts'
import { origin, type RawAnswer, sendRequest } from '../examples/request.ts'
import type { ComparedRequest } from './requests.ts'

/** Something that answers requests of the Jobs API, each as if it were the first. */
export interface Target {
  readonly name: string
  answer(request: ComparedRequest): Promise<RawAnswer>
  close(): Promise<void>
}

/** The reference server with the demo world: the others are compared with it. */
export function server(): Target {
  const stage = new Stage()
  return { name: 'server', answer: (request) => stage.execute(request), close: () => stage.close() }
}

/** The mock has no memory, so that each request is the first. */
async function mock(): Promise<Target> {
  const started: Mock = await startMock({ narrator: { say: () => undefined, complain: console.error } })
  const port = Number(new URL(started.url).port)
  return { name: 'mock', answer: ({ operationId, request }) => sendRequest(port, operationId, request), close: () => started.stop() }
}

/** The sandbox, with the same world at the same time, begun anew after each request that could change it. */
async function sandbox(): Promise<Target> {
  const created = await createSandbox({ at: frozen, speed: 0, externalUrl: origin })
  const server = createServer(created.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = Number(Object(server.address()).port)
  const answer = async ({ operationId, request }: ComparedRequest) => {
    const answered = await sendRequest(port, operationId, request)
    if (operations[operationId].method !== 'get') await (await created.universe()).reset()
    return answered
  }
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await created.close()
  }
  return { name: 'sandbox', answer, close }
}

/** What is compared with the server, by name. */
export const compared: Readonly<Record<string, () => Promise<Target>>> = { mock, sandbox }
