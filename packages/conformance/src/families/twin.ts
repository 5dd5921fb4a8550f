import type { OperationId } from '@jobs-api/contract'
import { expectRefusal, expectStatus } from '../expectations.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import type { Exchange } from '../target/exchange.ts'
import type { How, Parameters } from '../target/request.ts'
import type { Target } from '../target/target.ts'

/** What is wrong with a request that is otherwise good. */
export interface Flaw {
  readonly parameters?: Parameters
  readonly how?: How
}

/** The documented status of success, which every good request is answered with. */
export function successOf(target: Target, id: OperationId): number {
  const statuses = [...(target.session.contract.operation(id)?.answers.keys() ?? [])]
  return statuses.find((status) => status >= 200 && status < 300) ?? 200
}

/** Sends a good request of an operation and expects success. */
export async function succeeds(target: Target, id: OperationId, { parameters, how }: Flaw = {}): Promise<Exchange> {
  const good = await exemplar(target, id)
  const answer = await target.ask(id, { ...good.parameters, ...parameters }, { ...good.how, ...how })
  expectStatus(answer, successOf(target, id))
  return answer
}

/**
 * Spoils a good request and expects exactly this refusal; then sends the good one and expects success, because a server that
 * refuses everything would pass otherwise. Without a body, only the status counts.
 */
export async function refuses(target: Target, id: OperationId, flaw: Flaw, status: number, body?: unknown): Promise<void> {
  const good = await exemplar(target, id)
  const answer = await target.ask(id, { ...good.parameters, ...flaw.parameters }, { ...good.how, ...flaw.how })
  if (body === undefined) expectStatus(answer, status)
  else expectRefusal(answer, status, body)
  expectStatus(await target.ask(id, good.parameters, good.how), successOf(target, id))
}

/** Whether a file came from a store to which the server had redirected. */
export const isStored = ({ wasRedirected }: Exchange): boolean => wasRedirected
