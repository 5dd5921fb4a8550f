import type { SandboxComponents } from '@jobs-api/contract'
import type { RequestHandler } from 'express'
import { rateLimit } from '../../http/rate-limit.ts'
import type { Instant } from '../../storage/records.ts'
import { Dice } from '../../world/made/dice.ts'

/** What goes wrong, and how often, as `openapi/sandbox.yaml` has it. */
export type Fault = SandboxComponents['schemas']['Fault']
export type KnownFault = SandboxComponents['schemas']['KnownFault']

/** A fault that befalls a request. */
export interface Blow {
  readonly fault: KnownFault
  /** Milliseconds to wait. */
  readonly latency: number
  readonly limit: RequestHandler | undefined
}

interface Rule {
  readonly fault: KnownFault
  readonly operations: ReadonlySet<string> | undefined
  readonly dice: Dice
  readonly limit: RequestHandler | undefined
  left: number
}

/** The faults of a universe. Each has dice of its own, so that none changes the luck of another. */
export class Faults {
  readonly #seed: string
  readonly #now: () => Instant
  readonly #rules = new Map<number, Rule>()
  #last = 0

  constructor(seed: string, now: () => Instant) {
    this.#seed = seed
    this.#now = now
  }

  add(fault: Fault): KnownFault {
    const known = { ...fault, id: ++this.#last }
    this.#rules.set(known.id, {
      fault: known,
      operations: fault.operations && new Set(fault.operations),
      dice: new Dice(`${this.#seed} fault ${known.id}`),
      limit: fault.limit === undefined ? undefined : rateLimit(fault.limit, this.#now),
      left: fault.times ?? Number.POSITIVE_INFINITY,
    })
    return known
  }

  get areNone(): boolean {
    return this.#rules.size === 0
  }

  get all(): readonly KnownFault[] {
    return [...this.#rules.values()].map(({ fault }) => fault)
  }

  /** Whether there was such a fault. */
  remove(id: number): boolean {
    return this.#rules.delete(id)
  }

  clear(): void {
    this.#rules.clear()
  }

  /** What befalls the next request to an operation. */
  befalling(operationId: string): readonly Blow[] {
    if (this.#rules.size === 0) return []
    return [...this.#rules.values()].flatMap((rule) => (rule.operations?.has(operationId) === false ? [] : befallingOf(rule)))
  }
}

function befallingOf(rule: Rule): Blow[] {
  const { fault, dice, limit } = rule
  // Thrown in any case, so that whether a fault befalls a request does not depend on what befell the ones before.
  const [chance, share] = [dice.next(), dice.next()]
  if (rule.left === 0 || chance >= (fault.rate ?? 1)) return []
  rule.left--
  const { least = 0, most = least } = fault.latency ?? {}
  return [{ fault, limit, latency: Math.round(least + share * Math.max(0, most - least)) }]
}
