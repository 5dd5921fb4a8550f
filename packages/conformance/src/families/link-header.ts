import { mismatch } from '../expectations.ts'
import type { Exchange } from '../target/exchange.ts'
import type { Parameters } from '../target/request.ts'

/** The addresses of `Link`, by what they are to this page, in the order in which they stand there. */
export function relationsOf(answer: Exchange): ReadonlyMap<string, URL> {
  const header = answer.headers.get('Link') ?? ''
  return new Map([...header.matchAll(/<([^>]*)>; *rel="([^"]*)"/g)].map(([, url = '', name = '']) => [name, new URL(url, answer.url)]))
}

/** The query of a linked page. Its host may be one that only the server's administrator knows, so nobody goes there. */
export function followed(answer: Exchange, name: string): Parameters {
  const url = relationsOf(answer).get(name)
  if (url === undefined) throw mismatch(answer, `expected Link to name ${name}, got ${answer.headers.get('Link')}`)
  // GitLab repeats the path parameters in the query; the request has those already.
  const pairs = [...url.searchParams].filter(([key]) => !['id', 'pipeline_id', 'job_id'].includes(key))
  return Object.fromEntries(pairs.map(([key]) => [key, lone(url.searchParams.getAll(key))]))
}

const lone = (values: string[]) => (values.length === 1 ? (values[0] ?? '') : values)
