import { allChecks, type Check } from '@jobs-api/conformance'
import { type Edition, editionDocument, isObject, operations } from '@jobs-api/contract'

/** The checks that hold of an edition. */
export async function checksOfEdition(edition: Edition): Promise<readonly Check[]> {
  const { paths } = await editionDocument(edition)
  const ids = new Set(
    Object.values(paths).flatMap((item) => Object.values(item).map((each) => (isObject(each) ? each['operationId'] : null))),
  )
  return allChecks.filter(({ operation, editions }) => editions.includes(edition) && ids.has(operation))
}

/** `requirements/<edition>.txt`, as the kit reads it and as reviewers do. */
export function requirementList(edition: Edition, checks: readonly Check[]): string {
  const sections = Object.keys(operations).map((operation) => {
    const its = checks.filter((check) => check.operation === operation)
    return its.length === 0 ? '' : `\n# ${operation}\n${its.map(line).join('\n')}\n`
  })
  return `# What an implementation of the edition ${edition} is held to, frozen. A check that the kit has and this list has not is run and
# told, but does not count: nobody who conformed yesterday should not conform today because of a newer kit.
${sections.join('')}`
}

export const line = ({ level, id, sentence }: Check): string => `${level.padEnd(6)} ${id.padEnd(46)} ${sentence}`
