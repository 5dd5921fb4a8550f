import { hash } from 'node:crypto'

/** Tokens are stored and looked up as this digest only; an index over digests tells nothing about a token by timing. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex')
}
