import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Finding } from './finding.ts'
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
  readonly used: readonly { readonly waiver: Waiver; readonly finding: Finding }[]
  readonly expired: readonly Waiver[]
  /** Waivers of changes that are not there, or not any more. */
  readonly unused: readonly Waiver[]
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
export function applyWaivers(waivers: readonly Waiver[], findings: readonly Finding[], today: string): Waived {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]))
  const alive = waivers.filter(({ expires }) => expires >= today)
  const used = alive.flatMap((waiver) => {
    const finding = byFingerprint.get(waiver.fingerprint)
    return finding === undefined ? [] : [{ waiver, finding }]
  })
  return {
    used,
    expired: waivers.filter(({ expires }) => expires < today),
    unused: alive.filter(({ fingerprint }) => !byFingerprint.has(fingerprint)),
  }
}
