import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { coveragePage, gapsOf, metOf } from './conformance/coverage-page.ts'

const help = `node scripts/coverage.ts

Runs all checks against the reference server and writes packages/conformance/COVERAGE.md: what they reach of the contract.
Names what is not reached without a reason (packages/conformance/src/coverage/reasons.ts); the exit code is 1 then.`

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } })
if (values.help) console.log(help)
else {
  const { coverage: report } = await metOf('current')
  await writeFile('packages/conformance/COVERAGE.md', coveragePage(report))
  for (const gap of gapsOf(report)) console.error(gap)
  process.exitCode = gapsOf(report).length === 0 ? 0 : 1
}
