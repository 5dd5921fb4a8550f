import type { Operation } from '../diff/operations.ts'
import { addressOf, incomingOf, operationsOf } from '../diff/operations.ts'
import type { RuleId } from '../diff/rules.ts'
import type { Finding, FindingSite } from '../finding.ts'
import { isObject, type Json, membersOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import { type Fault, type Judge, judgeOf } from './judge.ts'
import { type Resolve, samplesOf } from './samples.ts'
import { unseen } from './unseen.ts'

/** What a breaking change does, seen: a value that one side may send and the other cannot take, or why there is none. */
export type Witness = ({ readonly kind: 'seen' } & Fault) | { readonly kind: 'unseen'; readonly reason: string }

/** Looks for values that show that changes break, with a validator of each document. */
export class Witnesses {
  readonly #old: Side
  readonly #new: Side

  constructor(older: Source, newer: Source) {
    this.#old = sideOf(older)
    this.#new = sideOf(newer)
  }

  /** What the old side of a breaking finding makes of the new one. */
  of(finding: Finding): Witness {
    const reason = unseen[finding.rule]
    if (reason !== undefined) return { kind: 'unseen', reason }
    const [site] = finding.sites
    if (site?.member.length === 0 && presence.has(finding.rule)) return { kind: 'unseen', reason: missing }
    const seen = site === undefined ? undefined : this.#see(finding, site)
    return seen ?? { kind: 'unseen', reason: fallback(finding.rule) }
  }

  #see({ direction }: Finding, site: FindingSite): Witness | undefined {
    const [old, young] = [schemaAt(this.#old, site), schemaAt(this.#new, site)]
    if (old === undefined || young === undefined) return undefined
    const [sends, takes] = direction === 'request' ? [old, young] : [young, old]
    const wholes = [...old.samples(), ...young.samples()]
    const isRightForBoth = (value: Json) => sends.judge(value) === undefined && takes.judge(value) === undefined
    const bases = longestFirst(wholes).filter(firstTwo(isRightForBoth))
    const varied = [old, young].flatMap(({ source, schema }) =>
      bases.flatMap((base) => variants(source.follower, schema, base, site.member)),
    )
    for (const value of [...varied, ...wholes]) {
      const fault = sends.judge(value) === undefined ? takes.judge(value) : undefined
      if (fault !== undefined) return { kind: 'seen', ...fault }
    }
    return undefined
  }
}

/** The first two that are as they should be; the rest is not asked. */
function firstTwo(holds: (value: Json) => boolean): (value: Json) => boolean {
  let found = 0
  return (value) => found < 2 && holds(value) && ++found > 0
}

/** The fullest values first: an empty list has no member that could be varied. */
function longestFirst(values: readonly Json[]): Json[] {
  const sized = values.map((value) => ({ value, size: JSON.stringify(value).length }))
  return sized.sort((one, other) => other.size - one.size).map(({ value }) => value)
}

const presence = new Set<RuleId>(['required-now', 'optional-now'])
const missing = 'what shows it is that it is not there at all; no value of it is wrong'

interface Side {
  readonly source: Source
  /** Many findings are about parts of one schema, which is compiled and tried out once. */
  readonly known: Map<Json, SchemaAt>
  readonly operations: ReadonlyMap<string, Operation>
}

function sideOf(source: Source): Side {
  const operations = [...operationsOf(source), ...incomingOf(source)]
  return { source, known: new Map(), operations: new Map(operations.map((operation) => [addressOf(operation), operation])) }
}

interface SchemaAt {
  readonly source: Source
  readonly schema: Json
  readonly judge: Judge
  readonly samples: () => readonly Json[]
}

/** The schema of the part that a site is in, with its judge. */
function schemaAt({ source, operations, known }: Side, { operation, part }: FindingSite): SchemaAt | undefined {
  const own = operations.get(operation.replaceAll(/\{[^}]*\}/g, '{}'))
  const schema = own && partOf(source, own, part.split(' '))
  if (schema === undefined) return undefined
  const target = source.resolve(schema) ?? schema
  const found = known.get(target) ?? schemaWith(source, schema)
  known.set(target, found)
  return found
}

function schemaWith(source: Source, schema: Json): SchemaAt {
  let samples: readonly Json[] | undefined
  return {
    source,
    schema,
    judge: judgeOf(source, schema),
    samples: () => {
      samples ??= samplesOf(source.follower, schema)
      return samples
    },
  }
}

function partOf(
  source: Source,
  { node, parameters }: Operation,
  [first = '', second = '', third = '']: readonly string[],
): Json | undefined {
  if (first === 'body') return source.object(source.object(source.object(node['requestBody'])['content'])[second])['schema']
  if (/^\d|^default$/.test(first)) {
    const answer = source.object(source.object(node['responses'])[first])
    if (second === 'header') return source.object(source.object(answer['headers'])[third])['schema']
    return source.object(source.object(answer['content'])[second])['schema']
  }
  return parameters.find(({ in: place, name }) => place === first && name === second)?.node['schema']
}

/** Values like a right one, in which one member takes all the values that it may take, and is missing once. */
function variants(resolve: Resolve, schema: Json | undefined, base: Json | undefined, member: readonly string[]): Json[] {
  const [step, ...others] = member
  if (step === undefined) return samplesOf(resolve, schema)
  if (step.startsWith('<'))
    return alternativesIn(resolve, schema).flatMap((branch) => variants(resolve, branch, samplesOf(resolve, branch)[0], others))
  const inner = schemaOfMember(resolve, schema, step)
  if (step.startsWith('[')) return variants(resolve, inner, Array.isArray(base) ? base[0] : undefined, others).map((value) => [value])
  const own = isObject(base) ? base : {}
  const deeper = variants(resolve, inner, own[step], others).map((value) => ({ ...own, [step]: value }))
  return [Object.fromEntries(membersOf(own).filter(([name]) => name !== step)), ...deeper]
}

const alternativesIn = (resolve: Resolve, schema: Json | undefined) =>
  partsOf(resolve, schema).flatMap((part) => (isObject(part) ? [...membersList(part['anyOf']), ...membersList(part['oneOf'])] : []))

const membersList = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])

/** A schema and what holds together with it. */
function partsOf(resolve: Resolve, schema: Json | undefined): Json[] {
  const resolved = resolve(schema)
  if (!isObject(resolved)) return []
  return [
    resolved,
    ...[...membersList(resolved['allOf']), ...membersList(resolved['anyOf']), ...membersList(resolved['oneOf'])].flatMap((part) =>
      partsOf(resolve, part),
    ),
  ]
}

function schemaOfMember(resolve: Resolve, schema: Json | undefined, step: string): Json | undefined {
  const parts = partsOf(resolve, schema).filter(isObject)
  if (step.startsWith('[')) return parts.map((part) => part['items']).find((one) => one !== undefined)
  return parts.map((part) => (isObject(part['properties']) ? part['properties'][step] : undefined)).find((one) => one !== undefined)
}

function fallback(rule: RuleId): string {
  return `no value that was tried shows it (${rule}); look at the statement itself`
}
