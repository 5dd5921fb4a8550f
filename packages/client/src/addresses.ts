/** A template with its parameters: slashes stay in `{+name}` (as in RFC 6570), and are encoded in `{name}`. */
export function fillPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\+?)(\w+)\}/g, (_, plus: string, name: string) => {
    const text = String(parameters[name])
    return plus === '' ? encodeURIComponent(text) : segments(text)
  })
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

/**
 * A query; a list goes out as `scope[]=a&scope[]=b`, since of a repeated plain `scope` GitLab reads only the last value
 * (decision 0010). What is undefined is left out.
 */
export function spellQuery(query: Readonly<Record<string, unknown>>): string {
  const pair = (name: string, value: unknown) => `${name}=${encodeURIComponent(String(value))}`
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (Array.isArray(value)) return value.map((each) => pair(`${name}[]`, each))
      return value === undefined ? [] : pair(name, value)
    })
    .join('&')
}
