/** What a form may hold. Names come from outside, so objects have no prototype. */
export interface Form {
  [name: string]: FormValue
}
type FormValue = string | FormValue[] | Form

/** More brackets than any honest form has. */
const deepest = 16

/**
 * A form as GitLab's web stack reads it: `a[b]=1` is a member, `a[]=1` and `a[0]=1` are elements, and in
 * `a[][key]=A&a[][value]=1&a[][key]=B` a new element begins where a name comes again. Some clients send lists so.
 */
export function parseForm(text: string): Form {
  const form: Form = Object.create(null)
  for (const [key, value] of new URLSearchParams(text)) {
    const [name = key, ...brackets] = /^[^[]+(?:\[[^[\]]*\])*$/.test(key) ? key.replaceAll(']', '').split('[') : [key]
    if (brackets.length <= deepest) put(form, [name, ...brackets], value)
  }
  return withLists(form) as Form
}

function put(form: Form, [name = '', ...rest]: readonly string[], value: string): void {
  const there = form[name]
  if (rest.length === 0) form[name] = value
  else if (rest[0] === '') append(Array.isArray(there) ? there : made(form, name, []), rest.slice(1), value)
  else put(isForm(there) ? there : made(form, name, Object.create(null)), rest, value)
}

function append(list: FormValue[], path: readonly string[], value: string): void {
  if (path.length === 0) return void list.push(value)
  const last = list.at(-1)
  const element: Form = isForm(last) && !has(last, path) ? last : Object.create(null)
  if (element !== last) list.push(element)
  put(element, path, value)
}

function has(value: FormValue | undefined, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return value !== undefined
  return isForm(value) && has(value[name], rest)
}

function made<Value extends FormValue>(form: Form, name: string, value: Value): Value {
  form[name] = value
  return value
}

/** `{ 0: a, 1: b }` is meant as a list. */
function withLists(value: FormValue): FormValue {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(withLists)
  const names = Object.keys(value)
  for (const name of names) value[name] = withLists(value[name] ?? '')
  return names.length > 0 && names.every((name) => /^\d+$/.test(name)) ? Object.values(value) : value
}

const isForm = (value: FormValue | undefined): value is Form => typeof value === 'object' && !Array.isArray(value)
