import { writeFile } from 'node:fs/promises'
import { correctionsPage, readCorrections, root } from './corrections-page.ts'

const page = correctionsPage(await readCorrections())
if (process.argv.includes('--write')) await writeFile(`${root}packages/review/CORRECTIONS.md`, page)
else console.log(page)
