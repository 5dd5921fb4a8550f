import { fileURLToPath } from 'node:url'
import { layDown, objection } from './new-operation/lay-down.ts'
import { nextSteps } from './new-operation/templates.ts'

const help = `npm run new-operation ID

Lays down the files of a new operation, everywhere under its id: the contract's part and an example, the server's handler
and its test, the kit's cases. Each fails with a sentence until it is written. ID is a verb and a noun: retryJob.`

const root = fileURLToPath(new URL('..', import.meta.url))
const [id, ...others] = process.argv.slice(2)

if (id === '--help' || id === '-h') console.log(help)
else if (id === undefined || others.length > 0) refuse(`one id is needed\n\n${help}`)
else await lay(id)

async function lay(id: string): Promise<void> {
  const reason = objection(root, id)
  if (reason !== undefined) return refuse(reason)
  for (const path of await layDown(root, id)) console.log(`wrote ${path}`)
  console.log(`\n${nextSteps(id)}`)
}

function refuse(reason: string): void {
  console.error(`new-operation: ${reason}`)
  process.exitCode = 2
}
