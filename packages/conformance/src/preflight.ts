import type { Answer } from './answer.ts'
import type { Target } from './target.ts'

/** A sentence on why nothing can be examined at all: a wrong address, token or project. Otherwise undefined. */
export async function obstacle(target: Target): Promise<string | undefined> {
  try {
    return objection(await target.request(`${target.project}/jobs?per_page=1`))
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return `nothing answers there: ${cause instanceof Error ? cause.message : cause}`
  }
}

function objection({ status, text }: Answer): string | undefined {
  if (status === 200) return undefined
  if (status === 401) return 'the token is not accepted (401)'
  if (status === 403) return `the token may not read the jobs of the project (403): ${text}`
  if (status === 404 && text.includes('404 Project Not Found')) return 'the token does not see the project (404); is --project right?'
  return `the list of jobs is answered ${status}; does the address end in /api/v4?`
}
