import { readFile } from 'node:fs/promises'
import { document } from '@jobs-api/contract'
import { referenceParts } from './reference/parts.ts'

const here = (name: string) => readFile(new URL(`assets/${name}`, import.meta.url), 'utf8')

/** What all pages share: their look, what they do, and the search. */
export async function assets(): Promise<Record<string, string>> {
  const { styles, scripts, notices } = await referenceParts(document)
  return {
    ...styles,
    ...scripts,
    'swagger-ui.txt': notices,
    'site.css': await here('site.css'),
    'site.js': await here('site.js'),
    'minisearch.js': await readFile(new URL('../umd/index.js', import.meta.resolve('minisearch')), 'utf8'),
  }
}
