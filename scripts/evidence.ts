import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { editionNames } from '@jobs-api/contract'
import { evidencePage, gaps } from './conformance/evidence-page.ts'
import { checksOfEdition, requirementList } from './conformance/requirements.ts'

const help = `node scripts/evidence.ts [--freeze]

Writes packages/conformance/EVIDENCE.md: which check rests on which fact. With --freeze it also writes what each edition
is held to (packages/conformance/requirements/); from then on every check in these lists counts.`

const { values } = parseArgs({
  options: { freeze: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
})
if (values.help) console.log(help)
else {
  await writeFile('packages/conformance/EVIDENCE.md', evidencePage())
  if (values.freeze) {
    await mkdir('packages/conformance/requirements', { recursive: true })
    for (const edition of editionNames)
      await writeFile(`packages/conformance/requirements/${edition}.txt`, requirementList(edition, await checksOfEdition(edition)))
  }
  for (const gap of gaps()) console.error(gap)
  process.exitCode = gaps().length === 0 ? 0 : 1
}
