import { type Mock, startMock } from '@jobs-api/mock'
import { Stage } from '../examples/execute.ts'
import { type RawAnswer, sendRequest } from '../examples/request.ts'
import type { DecidedRequest } from './requests.ts'

/** Something that answers requests of the Jobs API, each as if it were the first. */
export interface Target {
  readonly name: string
  answer(request: DecidedRequest): Promise<RawAnswer>
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

/** What is compared with the server, by name. */
export const compared: Readonly<Record<string, () => Promise<Target>>> = { mock }
