import { Addresses } from '../source/addresses.ts'
import { isObject, type Json, type JsonObject, membersOf, textsOf } from '../source/json.ts'
import type { Place, Source } from '../source/source.ts'
import { inventoryOf } from './inventory.ts'

/** What a contract says without a source: documents that name sources in `x-evidence` are asked for all of them. */
export interface Evidence {
  readonly before: EvidenceCount
  readonly after: EvidenceCount
  /** What the newer document says without a source and the older did not. */
  readonly brought: readonly Unproven[]
}

export interface EvidenceCount {
  readonly statements: number
  readonly inferred: number
  readonly without: number
}

export interface Unproven {
  readonly where: string
  /** `inferred`: the document admits that no source says so. */
  readonly kind: 'inferred' | 'without'
}

/** Operations, answers, parameters, headers, members and listed values, each once. Undefined where none names a source. */
export function evidenceOf(older: Source, newer: Source): Evidence | undefined {
  const [before, after] = [unprovenIn(older), unprovenIn(newer)]
  if (before.named + after.named === 0) return undefined
  const known = new Set(before.unproven.map(keyOf))
  return { before: countOf(before), after: countOf(after), brought: after.unproven.filter((one) => !known.has(keyOf(one))) }
}

/** The facts that the nearest statement around a place names. */
export function factsAt(source: Source, place: Place | undefined): string[] {
  if (place === undefined) return []
  const around = source.chain(place).map((value) => factsOf(source.object(value)))
  return [...(around.findLast((facts) => facts.length > 0) ?? [])]
}

interface Statements {
  readonly total: number
  readonly named: number
  readonly unproven: readonly Unproven[]
}

const keyOf = ({ where, kind }: Unproven) => `${kind} ${where.replaceAll(/\{[^}]*\}/g, '{}')}`

const countOf = ({ total, unproven }: Statements): EvidenceCount => ({
  statements: total,
  inferred: unproven.filter(({ kind }) => kind === 'inferred').length,
  without: unproven.filter(({ kind }) => kind === 'without').length,
})

function unprovenIn(source: Source): Statements {
  const addresses = new Addresses(source)
  const statements = statementsOf(source)
  const unproven = [...statements].flatMap(([raw, node]): Unproven[] => {
    const where = (addresses.of(raw) ?? '').replace(/^paths\//, '')
    const stated = textsOf(node['x-evidence'])
    if (stated.length === 0) return [{ where, kind: 'without' }]
    return stated.every((fact) => fact === 'inferred') ? [{ where, kind: 'inferred' }] : []
  })
  const named = [...statements.values()].filter((node) => 'x-evidence' in node).length
  return { total: statements.size, named, unproven }
}

const factsOf = (node: JsonObject) => textsOf(node['x-evidence']).filter((fact) => fact !== 'inferred')

/** Each statement where it is written, with what it says: its own words before those of what it refers to. */
function statementsOf(source: Source): Map<Json, JsonObject> {
  const { operations, parameters, answers, schemas } = inventoryOf(source)
  const found = new Map<Json, JsonObject>()
  const keep = (raw: Json, node: JsonObject) => found.set(raw, node)
  for (const { node } of [...operations, ...parameters, ...answers]) keep(node, node)
  for (const { headers } of answers) for (const [, header] of headers) keep(header, header)
  for (const schema of schemas) {
    for (const [, raw] of membersOf(schema['properties'])) keep(raw, { ...source.object(raw), ...(isObject(raw) ? raw : {}) })
    for (const [, value] of membersOf(schema['x-enum-values'])) keep(value, source.object(value))
  }
  return found
}
