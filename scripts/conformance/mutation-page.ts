import { allChecks, type Check } from '@jobs-api/conformance'
import { editionNames, type OperationId, operations } from '@jobs-api/contract'
import { kinds, type Mutant } from './mutants/mutant.ts'

/** `MUTATIONS.md`: each check, and the faulty servers that it is there to find. */
export function mutationPage(mutants: readonly Mutant[]): string {
  const count = (part: (mutant: Mutant) => boolean) => mutants.filter(part).length
  const byKind = kinds.map((kind) => `| ${kind} | ${count((mutant) => mutant.kind === kind)} |`)
  const byEdition = editionNames.map((edition) => `| ${edition} | ${count((mutant) => mutant.edition === edition)} |`)
  return `# What the checks catch

${mutants.length} servers, each wrong in exactly one way, stand before the kit as a proxy in front of the reference server. Each is caught by
the check that is named for it; a check that only could not be run has caught nothing. Every one of the ${allChecks.length} checks catches at
least one. Most of the faults are derived from the contract and its evidence (a member dropped, a status swapped, a refusal skipped, a
parameter ignored), the others were thought of by hand; \`scripts/conformance/mutants/\` holds them, and
\`scripts/ci/conformance-mutants.test.ts\` runs them all.

| kind of fault | servers |
|---|---|
${byKind.join('\n')}

| edition | servers |
|---|---|
${byEdition.join('\n')}

${Object.keys(operations)
  .map((id) => sectionOf(id, mutants))
  .join('\n')}`
}

function sectionOf(operation: string, mutants: readonly Mutant[]): string {
  const checks = allChecks.filter((check) => check.operation === operation)
  return `## ${operation}

| check | what it says | faulty servers that it catches |
|---|---|---|
${checks.map((check) => row(check, mutants)).join('\n')}
`
}

function row({ id, operation, sentence }: Check, mutants: readonly Mutant[]): string {
  const caught = mutants.filter(({ caughtBy }) => caughtBy === id).map(({ id: name }) => nameOf(name, operation))
  const cell = (text: string) => text.replaceAll('|', '\\|')
  return `| \`${id}\` | ${cell(sentence)} | ${cell(grouped(caught).join('; '))} |`
}

const nameOf = (name: string, operation: OperationId) => name.replace(`${operation}: `, '')

/** A fault that was tried in several editions is named once. */
function grouped(names: readonly string[]): string[] {
  const editions = Map.groupBy(names, (name) => name.replace(/ \([^()]*\)$/, ''))
  return [...editions].map(([name, all]) => {
    const others = all
      .flatMap((each) => /\(([^()]*)\)$/.exec(each)?.[1] ?? [])
      .filter((each) => editionNames.some((edition) => edition === each))
    return others.length === 0 ? name : `${name} (${others.length === all.length ? '' : 'also '}in ${others.join(', ')})`
  })
}
