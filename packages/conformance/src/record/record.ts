import { mkdir, writeFile } from 'node:fs/promises'
import { isRow } from '../expectations.ts'
import { UsageError } from '../options.ts'
import type { Finding } from '../run.ts'
import type { Settings } from '../target/session.ts'
import { Normaliser } from './normalise.ts'
import { type Validation, validationsIn } from './validations.ts'

/** The version of a GitLab, as it tells whoever is signed in. */
export async function versionOf({ baseUrl, tokens, send }: Pick<Settings, 'baseUrl' | 'tokens' | 'send'>): Promise<string> {
  const headers = { 'PRIVATE-TOKEN': tokens.maintainer ?? '' }
  const answer = await send(`${baseUrl}/version`, { headers, signal: AbortSignal.timeout(15_000) })
  const value: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined
  if (isRow(value) && typeof value['version'] === 'string') return value['version']
  throw new UsageError(
    `GET ${baseUrl}/version is answered ${answer.status}, so this may be no GitLab; --gitlab-version NAME says what it is`,
  )
}

/**
 * Writes what was asked and answered, one file an operation, without anything by which people or places could be told, and stamps
 * the checks that hold. Stamps of other checks, and those of checks that do not hold this time, stay: they tell when it was last so.
 */
export async function record(
  folder: string,
  findings: readonly Finding[],
  settings: Pick<Settings, 'project' | 'projects'>,
  stamp: Validation,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const normaliser = new Normaliser(settings)
  for (const [operation, its] of Map.groupBy(findings, ({ check }) => check.operation)) {
    const recorded = its.map(({ check, outcome, exchanges }) => ({
      ...{ check: check.id, outcome, exchanges: exchanges.map((exchange) => normaliser.exchange(exchange)) },
    }))
    await writeFile(`${folder}/${operation}.json`, `${JSON.stringify(recorded, null, 2)}\n`)
  }
  const held = findings.filter(({ outcome }) => outcome === 'pass').map(({ check }) => check.id)
  const stamps = new Map([...(await validationsIn(folder)), ...held.map((id) => [id, stamp] as const)])
  const sorted = [...stamps].sort(([one], [other]) => (one < other ? -1 : 1))
  await writeFile(`${folder}/validated.json`, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
  return held
}
