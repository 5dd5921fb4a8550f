import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { targets } from './conformance/targets.ts'
import { resultOf, targetsPage } from './conformance/targets-page.ts'

const help = `node scripts/targets.ts [--only NAME]

Runs all checks against ${Object.keys(targets).join(', ')}, and writes packages/conformance/TARGETS.md. With --only nothing is
written; what does not pass is shown.`

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } })
if (values.help) console.log(help)
else if (values.only !== undefined) {
  const { findings } = await resultOf(values.only)
  for (const { check, outcome, reason } of findings) if (outcome !== 'pass') console.log(`${check.id} ${outcome}: ${reason}`)
} else {
  const results = []
  for (const name of Object.keys(targets)) results.push(await resultOf(name))
  await writeFile('packages/conformance/TARGETS.md', targetsPage(results))
}
