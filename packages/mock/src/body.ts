import type { IncomingMessage } from 'node:http'
import type { Json } from '@jobs-api/contract'
import { parseForm } from './form.ts'

/** What was sent along: nothing, something that can be read, or something that cannot. */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly value: Json; readonly length: number }
  | { readonly kind: 'malformed' | 'too_large' }
  | { readonly kind: 'unsupported'; readonly what: string }

/** 1 MiB, as the contract says. */
const limit = 1_048_576

/** Reads a body of one of these media types to its end, or to the limit; what comes after that is let go. */
export async function readBody(request: IncomingMessage, types: readonly string[]): Promise<Body> {
  const { 'content-encoding': encoding = 'identity', 'content-type': type = types[0] ?? '' } = request.headers
  const essence = type.split(';')[0]?.trim().toLowerCase() ?? ''
  const wrong =
    encoding !== 'identity' ? `content-encoding '${encoding}'` : types.includes(essence) ? undefined : `content-type '${essence}'`
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > limit) return letGo(request, { kind: 'too_large' })
    chunks.push(chunk)
  }
  if (length === 0) return { kind: 'none' }
  if (wrong !== undefined) return { kind: 'unsupported', what: wrong }
  const text = Buffer.concat(chunks).toString()
  return essence === 'application/json' ? parsed(text, length) : { kind: 'read', value: parseForm(text), length }
}

function letGo(request: IncomingMessage, body: Body): Body {
  request.resume()
  return body
}

function parsed(text: string, length: number): Body {
  try {
    return { kind: 'read', value: JSON.parse(text), length }
  } catch {
    return { kind: 'malformed' }
  }
}
