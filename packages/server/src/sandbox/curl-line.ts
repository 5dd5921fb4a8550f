import type { Trial } from './catalogue.ts'

/** A line for a shell that asks for it, in the world of that name. */
export function curlLine({ request, as, body, flags }: Trial, world: string, origin: string): string {
  const [method = 'GET', path = ''] = request.split(' ')
  const parts = [
    'curl --globoff',
    ...(method === 'GET' ? [] : [`--request ${method}`]),
    ...(flags === undefined ? [] : [flags]),
    `--header 'PRIVATE-TOKEN: demo-${as ?? 'dana'}-personal'`,
    `--header 'X-Jobs-Universe: ${world}'`,
    ...(body === undefined ? [] : [`--json '${JSON.stringify(body)}'`]),
    `'${origin}/api/v4${path}'`,
  ]
  return parts.join(' ')
}
