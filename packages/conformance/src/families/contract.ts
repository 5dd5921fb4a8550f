import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { type Aspect, aspects } from '../contract/misfits.ts'
import { mismatch } from '../expectations.ts'
import { type FactId, facts } from '../generated/facts.ts'
import { schemaFacts } from '../generated/schema-facts.ts'
import { sampleOf } from '../surroundings/samples.ts'
import type { Target } from '../target/target.ts'

const sentences: Readonly<Record<Aspect, string>> = {
  answers: 'Every answer has a documented status and a documented type.',
  headers: 'Every documented header is written as the contract says.',
  body: 'Every JSON body has the members that the contract promises, each of its type.',
}

/** Holds every answer of an operation that any check got against the contract of the edition. These run last. */
export const fitsContract = <Id extends OperationId>(id: Id, sources: readonly FactId[]): Check[] =>
  aspects
    // Of the other operations no header says more than some text.
    .filter((aspect) => aspect !== 'headers' || id.startsWith('list'))
    .map((aspect) =>
      check(`${id}.${aspect}`, 'must', [...sources, ...factsOf(id, aspect)], sentences[aspect], (target) =>
        expectNoMisfit(target, id, aspect),
      ),
    )
    .map((made) => ({ ...made, comesLast: true }))

/** Objects in JSON have no order, though the contract tells the one in which GitLab writes. */
const notAsked: FactId = 'entity-key-order'

/** What rests on general knowledge only is not asserted, so it is no source. */
function factsOf(id: OperationId, aspect: Aspect): readonly FactId[] {
  if (aspect === 'body')
    return [...schemaFacts[id], 'errors-message-shape' as const].filter((fact) => facts[fact].certainty !== 'general' && fact !== notAsked)
  return aspect === 'answers' ? ['requests-json-content-type', 'actions-no-status-documented'] : ['pagination-offset-headers']
}

async function expectNoMisfit(target: Target, id: OperationId, aspect: Aspect): Promise<void> {
  await sampleOf(target, id)
  // In an order of their own: which of the checks that ran at once was answered first is chance.
  const all = target.session.misfits
    .filter(({ exchange, misfit }) => exchange.operation === id && misfit.aspect === aspect)
    .toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  const [found] = all
  if (found === undefined) return
  const complaints = [...new Set(all.map(({ misfit }) => misfit.complaint))]
  throw mismatch(found.exchange, `${found.exchange.status} does not fit the contract: ${complaints.slice(0, 5).join('; ')}`)
}

const nameOf = ({ exchange: { method, url, status }, misfit }: Target['session']['misfits'][number]) =>
  `${misfit.complaint} ${status} ${method} ${url}`
