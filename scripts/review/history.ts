import { writeFile } from 'node:fs/promises'
import { historyPage, historySteps } from './history-page.ts'

const page = historyPage(await historySteps())
if (process.argv.includes('--write')) await writeFile(new URL('../../packages/review/HISTORY.md', import.meta.url), page)
else console.log(page)
