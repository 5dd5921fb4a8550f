import { fileURLToPath } from 'node:url'
import { type DocumentSource, fileSource } from '@jobs-api/mock'
import { run, type SourceOf } from '../packages/mock/src/run.ts'
import { editions, prune } from './generate/history.ts'

// `npm run mock`: the mock's own program, but on the files that it comes from: what is saved in `openapi/` is served at once. Older
// editions are derived from them in several steps, so that `npm run generate` has to come in between.

const fromFiles: SourceOf = ({ edition, document }): DocumentSource => {
  if (document !== undefined) return fileSource(document)
  if (edition === 'current') return fileSource('openapi/openapi.yaml', (whole) => prune(whole, editions.current))
  return fileSource(fileURLToPath(new URL(`../packages/contract/src/generated/editions/${edition}.json`, import.meta.url)))
}

process.exitCode = await run(process.argv.slice(2), fromFiles)
