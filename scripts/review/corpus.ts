import { writeFile } from 'node:fs/promises'
import { corpusPage, corpusRows } from './corpus-page.ts'

const page = corpusPage(await corpusRows())
if (process.argv.includes('--write')) await writeFile(new URL('../../packages/review/CORPUS.md', import.meta.url), page)
else console.log(page)
process.exit() // the servers of older documents live as long as the process
