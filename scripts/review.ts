import { join, resolve } from 'node:path'
import { type Addition, type Executed, type Progress, run, surfaceChanges, withExecuted } from '@jobs-api/review'
import { touchedChecks } from './review/checks.ts'
import { compiledWith } from './review/compile.ts'
import { cellsOf } from './review/matrix.ts'
import { contentOf, remembered } from './review/remember.ts'
import { surfaceOf } from './review/surface.ts'
import { type Tree, treeOf, workingTree } from './review/tree.ts'

// `npm run review`: the reviewer's own program, and what only this repository can add: the programs of both revisions, run.

const help = `  --no-execute        does not run the programs of the older revision with the newer, and the reverse
  --consumer FOLDER   compiles the programs in a folder with the client of both revisions, and tells what the change breaks
`

const rememberedSurface = async (tree: Tree) => {
  const entries = await remembered(
    ['surface', await contentOf(tree)],
    () => true,
    async () => [...(surfaceOf(tree) ?? [])],
  )
  return entries.length === 0 ? undefined : new Map(entries)
}

async function execute(older: Tree, newer: Tree, consumer: string | undefined, progress: Progress): Promise<Executed> {
  const cells = await progress('running the programs of each revision with the server and the mock of both', () => cellsOf(older, newer))
  const compiled = await progress('compiling those of the older with the newer client', async () => {
    const examples = join(older.folder, 'packages/client/examples')
    const heroes = await compiledWith(`the examples of ${older.name}`, examples, older, newer)
    return consumer === undefined ? [heroes] : [heroes, await compiledWith(consumer, resolve(consumer), older, newer)]
  })
  return { cells, compiled }
}

const addition: Addition = {
  help,
  options: { 'no-execute': { type: 'boolean' }, consumer: { type: 'string' } },
  add: async (judged, { base, head }, values, progress) => {
    const { findings } = judged
    const known = { ...judged, checks: touchedChecks(findings) }
    if (values['no-execute'] === true) return known
    const older = await progress(`laying out ${base.name}`, () => treeOf(base.name))
    const newer = head.name === 'openapi/openapi.yaml' ? workingTree : await treeOf(head.name)
    if (older === undefined || newer === undefined) return known // two documents without programs
    const consumer = typeof values['consumer'] === 'string' ? values['consumer'] : undefined
    const surface = await progress('comparing the declarations of both clients', async () => {
      const [before, after] = await Promise.all([older, newer].map(rememberedSurface))
      return before && after && surfaceChanges(before, after, findings)
    })
    return withExecuted({ ...known, surface }, await execute(older, newer, consumer, progress))
  },
}

process.exitCode = await run(process.argv.slice(2), addition)
