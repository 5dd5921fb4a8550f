import { readFileSync } from 'node:fs'
import { allChecks, facts, ownValidations, validationText } from '@jobs-api/conformance'
import { operations } from '@jobs-api/contract'
import { parse } from 'yaml'

/** Facts that no check rests on, and why not. */
export const exclusions: Readonly<Record<string, string>> = parse(readFileSync('packages/conformance/exclusions.yaml', 'utf8'))

const known: readonly (readonly [id: string, fact: { readonly sentence: string; readonly certainty: string }])[] = Object.entries(facts)
const checksOf = (fact: string) => allChecks.filter(({ sources }) => sources.some((source) => source === fact)).map(({ id }) => id)

/** What is wrong with the map: facts that are nowhere, excluded although a check rests on them, or unknown. */
export function gaps(): string[] {
  const unmapped = known.filter(
    ([id, { certainty }]) => checksOf(id).length === 0 && certainty !== 'general' && exclusions[id] === undefined,
  )
  const excluded = Object.keys(exclusions)
  return [
    ...unmapped.map(([id]) => `${id}: no check rests on it, and exclusions.yaml gives no reason`),
    ...excluded.filter((id) => !Object.hasOwn(facts, id)).map((id) => `${id}: excluded, but there is no such fact`),
    ...excluded.filter((id) => checksOf(id).length > 0).map((id) => `${id}: excluded, but checks rest on it`),
  ]
}

/** `EVIDENCE.md`: each fact, and the checks that rest on it or the reason why there is none. */
export function evidencePage(): string {
  const rows = known.map(([id, { sentence, certainty }]) => `| \`${id}\` | ${cell(sentence)} | ${certainty} | ${cell(where(id))} |`)
  const [mapped, general] = [
    known.filter(([id]) => checksOf(id).length > 0),
    known.filter(([id, { certainty }]) => isGeneral(id, certainty)),
  ]
  return `# Where the checks come from

Every fact in \`openapi/evidence/\` is what at least one check rests on, or it is excluded with a reason: of ${known.length} facts ${mapped.length}
are examined, ${Object.keys(exclusions).length} are excluded in \`exclusions.yaml\`, and ${general.length} are general knowledge that nobody has confirmed, which the
kit never asserts. Made by \`node scripts/evidence.ts\`; a test says when it is stale.

| fact | what it says | how sure | examined by, or why not |
|---|---|---|---|
${rows.join('\n')}

## Which checks have been validated on a GitLab

\`jobs-api-conform record\` runs the checks against a GitLab and stamps those that hold of it; \`recorded/validated.json\` holds the stamps.

| operation | checks |
|---|---|
${Object.keys(operations).map(validatedRow).join('\n')}
`
}

const validations = await ownValidations()

/** The checks of an operation by their stamps; those of the largest group need not be named. */
function validatedRow(operation: string): string {
  const checks = allChecks.filter((check) => check.operation === operation)
  const byStamp = [...Map.groupBy(checks, ({ id }) => validationText(validations.get(id)))].sort(
    ([, one], [, other]) => other.length - one.length,
  )
  const cells = byStamp.map(
    ([stamp, its], place) => `${its.length} ${stamp}${place === 0 ? '' : ` (${its.map(({ id }) => `\`${id}\``).join(', ')})`}`,
  )
  return `| ${operation} | ${cells.join('; ')} |`
}

const isGeneral = (id: string, certainty: string) => certainty === 'general' && checksOf(id).length === 0
const cell = (text: string) => text.replaceAll('|', '\\|')

/** A fact that many operations share is examined by as many checks of one name. */
function where(fact: string): string {
  const byName = Map.groupBy(checksOf(fact), (id) => id.replace(/^\w+\./, ''))
  const examined = [...byName].map(([name, ids]) =>
    ids.length > 2 ? `\`${name}\` of ${ids.length} operations` : ids.map((id) => `\`${id}\``).join(', '),
  )
  return examined.length > 0 ? examined.join(', ') : (exclusions[fact] ?? 'General knowledge: never asserted.')
}
