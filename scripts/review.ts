import { join, resolve } from 'node:path'
import { type Addition, type Executed, run } from '@jobs-api/review'
import { compiledWith } from './review/compile.ts'
import { cellOf } from './review/matrix.ts'
import { type Tree, treeOf, workingTree } from './review/tree.ts'

// `npm run review`: the reviewer's own program, and what only this repository can add: the programs of both revisions, run.

const help = `  --no-execute        does not run the programs of the older revision with the newer, and the reverse
  --consumer FOLDER   compiles the programs in a folder with the client of both revisions, and tells what the change breaks
`

const say = (text: string) => console.error(text)

async function execute(older: Tree, newer: Tree, consumer: string | undefined): Promise<Executed> {
  say('running the examples of each revision with the server of the other')
  const [first, second] = await Promise.all([cellOf(older, newer), cellOf(newer, older)])
  say('running the examples of the newer revision with its own server, and compiling those of the older')
  const examples = join(older.folder, 'packages/client/examples')
  const [third, heroes] = await Promise.all([cellOf(newer, newer), compiledWith(`the examples of ${older.name}`, examples, older, newer)])
  const consumed = consumer === undefined ? [] : [await compiledWith(consumer, resolve(consumer), older, newer)]
  return { cells: [first, second, third], compiled: [heroes, ...consumed] }
}

const addition: Addition = {
  help,
  options: { 'no-execute': { type: 'boolean' }, consumer: { type: 'string' } },
  execute: async ({ base, head }, values) => {
    if (values['no-execute'] === true) return undefined
    say(`laying out ${base.name}`)
    const older = await treeOf(base.name)
    const newer = head.name === 'openapi/openapi.yaml' ? workingTree : await treeOf(head.name)
    if (older === undefined || newer === undefined) return undefined // two documents without programs
    return execute(older, newer, typeof values['consumer'] === 'string' ? values['consumer'] : undefined)
  },
}

process.exitCode = await run(process.argv.slice(2), addition)
