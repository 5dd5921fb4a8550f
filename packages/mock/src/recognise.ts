import type { Answer, Operation } from './catalogue.ts'
import { type Facts, factsOfExample } from './facts.ts'

/** An answer together with what must be true of a request that gets it. */
interface Situation {
  readonly answer: Answer
  readonly facts: Facts
  /** Where the example differs from the operation's first success: that is what it is about. */
  readonly distinctive: Facts
  /** Parts of the address that it shares with the first success, and that must not be those of another example. */
  readonly shared: Facts
}

/** Finds the answer that the contract shows for a request like this one; undefined if it shows none. */
export type Recognise = (facts: Facts) => Answer | undefined

/**
 * The magic ids. Each example of the contract says which request of the demo world it answers: job 31 is erased, project
 * `harbor/shop` has moved, `demo-bruno-personal` is blocked. A request that has what makes an example different gets that
 * example; where several fit, the most particular one. What no example speaks of (a job 77, a token of your own) is as good
 * as the ordinary.
 */
export function recogniserOf(operation: Operation): Recognise {
  const situations = situationsOf(operation)
  const spokenOf = (kind: 'refusals' | 'all', name: string) =>
    new Set(situations.filter(({ answer }) => kind === 'all' || answer.status >= 300).map(({ facts }) => facts.get(name)))
  const known = new Map([...namesIn(situations)].map((name) => [name, spokenOf(name === 'path id' ? 'refusals' : 'all', name)]))
  const fits = ({ distinctive, shared }: Situation, facts: Facts) =>
    [...distinctive].every(([name, value]) => facts.get(name) === value) &&
    [...shared].every(([name, value]) => facts.get(name) === value || !known.get(name)?.has(facts.get(name)))
  return (facts) => {
    const ranked = situations.filter((situation) => fits(situation, facts)).toSorted((one, other) => rank(other, facts) - rank(one, facts))
    return ranked[0]?.answer
  }
}

/** What is distinctive counts most; then how much else is the same. */
const rank = ({ distinctive, facts: own }: Situation, facts: Facts) =>
  distinctive.size * 100 + [...own].filter(([name, value]) => facts.get(name) === value).length

function situationsOf({ answers, parameters }: Operation): readonly Situation[] {
  // Some situations are not made by the request: a store that is busy, a request that was sent before.
  const made = answers.filter(({ request, name }) => name !== undefined && request.settings === undefined && request.before === undefined)
  const [base] = made
  if (base === undefined) return []
  const ordinary = factsOfExample(base.request, parameters)
  return made.map((answer) => {
    const facts = factsOfExample(answer.request, parameters)
    const differs = (name: string, value: string) => ordinary.get(name) !== value && matters(answer, name, value)
    const distinctive = new Map([...facts].filter(([name, value]) => differs(name, value)))
    const isShared = (name: string) => name.startsWith('path ') && !distinctive.has(name) && matters(answer, name, '')
    return { answer, facts, distinctive, shared: new Map([...facts].filter(([name]) => isShared(name))) }
  })
}

/** To succeed, it does not matter who asks, in which project, and how much at a time; only nobody is not everybody. */
function matters({ status }: Answer, name: string, value: string): boolean {
  if (name === 'carrier') return false
  if (status >= 300) return true
  return name === 'token' ? value === nobody : name !== 'path id' && name !== 'query per_page'
}

const nobody = 'none'

const namesIn = (situations: readonly Situation[]) => new Set(situations.flatMap(({ facts }) => [...facts.keys()]))
