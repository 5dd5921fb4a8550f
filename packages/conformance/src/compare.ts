import { readFile } from 'node:fs/promises'
import { isRow } from './expectations.ts'
import { UsageError } from './options.ts'
import { outcomes } from './outcomes.ts'
import { mostTargets, reportHtml } from './report/html.ts'
import type { Report } from './report/report.ts'

/** Puts saved reports, as `--report json` writes them, beside each other on one page. */
export async function compare(paths: readonly string[]): Promise<string> {
  if (paths.length === 0 || paths.length > mostTargets)
    throw new UsageError(`compare takes one to ${mostTargets} files that --report json wrote`)
  return reportHtml(await Promise.all(paths.map(readReport)))
}

async function readReport(path: string): Promise<Report> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  })
  const report = parsed(text)
  if (isReport(report)) return report
  throw new UsageError(`${path} is no report that --report json wrote`)
}

/** As far as a page needs it; nobody writes these files by hand. */
function isReport(value: unknown): value is Report {
  if (!isRow(value) || !isRow(value['kit']) || !isRow(value['target']) || !isRow(value['counts'])) return false
  const lists = [value['findings'], value['unsupported'], value['stale']]
  return lists.every(Array.isArray) && lists.flat().every((each) => !isRow(each) || isFinding(each))
}

const isFinding = ({ id, outcome, sources, curl }: { readonly [member: string]: unknown }) =>
  typeof id === 'string' && outcomes.some((known) => known === outcome) && Array.isArray(sources) && Array.isArray(curl)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
