import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { prove } from './conformance/mutants/prove.ts'
import { mutants } from './conformance/mutants/table.ts'
import { mutationPage } from './conformance/mutation-page.ts'

const help = `node scripts/mutations.ts [--only TEXT] [--page]

Puts each faulty server before the check that is named for it, and names those that it does not catch; the exit code is 1
then. With --only, those whose name holds the text. With --page nothing is run; packages/conformance/MUTATIONS.md is written.`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    page: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) console.log(help)
else if (values.page) await writeFile('packages/conformance/MUTATIONS.md', mutationPage(mutants))
else {
  const chosen = mutants.filter(({ id }) => id.includes(values.only))
  const survivors = await prove(chosen)
  for (const { mutant, outcome, reason } of survivors) console.log(`${mutant.id}: ${mutant.caughtBy} says ${outcome} ${reason}`)
  console.log(`${chosen.length} faulty servers, ${survivors.length} not caught`)
  process.exitCode = survivors.length === 0 ? 0 : 1
}
