import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { isObject, isText, type Json, listOf } from './source/json.ts'

/** A breaking change that somebody answers for, until a day. */
export interface Waiver {
  readonly fingerprint: string
  readonly reason: string
  readonly owner: string
  /** The last day on which it holds, as `2026-12-31`. */
  readonly expires: string
}

/** What waivers do to the findings of a review. */
export interface Waived {
  readonly waiverOf: ReadonlyMap<string, Waiver>
  readonly expired: readonly Waiver[]
  /** Waivers of changes that are not there, or not any more. */
  readonly unused: readonly Waiver[]
}

/** A waiver that was added, altered or taken away together with the documents. */
export interface WaiverChange {
  readonly was?: Waiver | undefined
  readonly is?: Waiver | undefined
}

/** Reads a file of waivers; one that is not there holds none. */
export async function readWaivers(path: string): Promise<Waiver[]> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return []
  const content: Json = parse(text) ?? []
  return listOf(isObject(content) ? content['waivers'] : content).map((entry, index) => waiverOf(entry, `${path}, waiver ${index + 1}`))
}

function waiverOf(entry: Json, name: string): Waiver {
  const text = (member: string) => {
    const value = isObject(entry) ? entry[member] : undefined
    if (isText(value) && value.trim() !== '') return value
    throw new Error(`${name}: ${member} is missing`)
  }
  const waiver = { fingerprint: text('fingerprint'), reason: text('reason'), owner: text('owner'), expires: text('expires') }
  if (!/^\d{4}-\d\d-\d\d$/.test(waiver.expires))
    throw new Error(`${name}: expires is to be a day such as 2026-12-31, not ${waiver.expires}`)
  return waiver
}

/** @param today as `2026-12-31` */
export function applyWaivers(waivers: readonly Waiver[], findings: readonly { readonly fingerprint: string }[], today: string): Waived {
  const known = new Set(findings.map(({ fingerprint }) => fingerprint))
  const alive = waivers.filter(({ expires }) => expires >= today)
  return {
    waiverOf: new Map(alive.filter(({ fingerprint }) => known.has(fingerprint)).map((waiver) => [waiver.fingerprint, waiver])),
    expired: waivers.filter(({ expires }) => expires < today),
    unused: alive.filter(({ fingerprint }) => !known.has(fingerprint)),
  }
}

export function changedWaivers(before: readonly Waiver[], after: readonly Waiver[]): WaiverChange[] {
  const [olds, news] = [before, after].map((all) => new Map(all.map((waiver) => [waiver.fingerprint, waiver])))
  const fingerprints = [...new Set([...before, ...after].map(({ fingerprint }) => fingerprint))]
  return fingerprints
    .map((fingerprint) => ({ was: olds?.get(fingerprint), is: news?.get(fingerprint) }))
    .filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is))
}
