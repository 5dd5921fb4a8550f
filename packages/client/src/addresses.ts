import { operations } from '@jobs-api/contract/operations'
import { defaultPathSerializer } from 'openapi-fetch'

const multiSegment: ReadonlySet<string> = new Set(Object.values(operations).flatMap(({ multiSegment }) => [...multiSegment]))

/** A template with its parameters: slashes stay in those that may contain some, and are encoded in all others. */
export function fillPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  const withSegments = template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    multiSegment.has(name) && name in parameters ? segments(String(parameters[name])) : placeholder,
  )
  return defaultPathSerializer(withSegments, { ...parameters })
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
export function wireQuery(documented: Readonly<Record<string, string>>, query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const list = `${name}[]`
      return list in documented ? [list, Array.isArray(value) ? value : [value]] : [name, value]
    }),
  )
}
