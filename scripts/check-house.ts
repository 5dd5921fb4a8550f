import { operations } from '@jobs-api/contract/operations'
import { rules } from './house/rules.ts'
import { repositoryFiles } from './house/source-file.ts'

const files = repositoryFiles()
const ids = Object.keys(operations)
const broken = rules.map((rule) => ({ ...rule, found: rule.offenders(files, ids) })).filter(({ found }) => found.length > 0)

for (const { sentence, found } of broken) console.error(`${sentence}:\n${found.map((one) => `  ${one}`).join('\n')}`)
if (broken.length === 0) console.log(`${rules.length} rules hold for ${files.length} files`)
process.exitCode = broken.length === 0 ? 0 : 1
