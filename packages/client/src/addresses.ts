import { defaultPathSerializer } from 'openapi-fetch'

/** A template with its parameters: slashes stay in `{+name}` (as in RFC 6570), and are encoded in `{name}`. */
export function fillPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  const withSegments = template.replace(/\{\+(\w+)\}/g, (_, name: string) => segments(String(parameters[name])))
  return defaultPathSerializer(withSegments, parameters)
}

/** In the address of a file by ref the last `/raw/` divides the two (decision 0026), so none may appear within either. */
function segments(path: string): string {
  const parts = path.split('/')
  if (parts.some((part) => part === '.' || part === '..')) throw new TypeError(`${path} would leave its place in the address`)
  return parts
    .map(encodeURIComponent)
    .join('/')
    .replace(/(?<=^|\/)raw\//g, 'raw%2F')
}

/** A list goes out as `scope[]=a&scope[]=b`: of a repeated plain `scope` GitLab reads only the last value (decision 0010). */
export function wireQuery(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [Array.isArray(value) ? `${name}[]` : name, value]))
}
