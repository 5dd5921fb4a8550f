import type { Credentials } from './types.ts'

/** The headers in which credentials travel, and which must not travel to another origin. */
export const credentialHeaders = ['private-token', 'job-token', 'authorization', 'cookie'] as const

/**
 * A personal, project or group token, the `CI_JOB_TOKEN` of a job, or an OAuth 2 token, each in its own header; or any of
 * them as a bearer token, which `fetch` itself takes off when a redirect leads to another origin.
 */
export async function credentialsOf({ token, jobToken, oauth }: Credentials, asBearer = false): Promise<Record<string, string>> {
  const given = token ?? jobToken ?? oauth
  if (given === undefined) return {}
  const secret = typeof given === 'function' ? await given() : given
  // The platform would refuse such a header too, but quote it.
  if (/[^\t -~\x80-\xff]/.test(secret.trim())) throw new TypeError('the credential holds a character that no header may hold')
  if (asBearer || oauth !== undefined) return { authorization: `Bearer ${secret}` }
  return { [jobToken === undefined ? 'private-token' : 'job-token']: secret }
}

/** Proxies like to show in a page what they were sent. What is shorter than any token is left in: it may be part of a word. */
export const withoutSecrets = (text: string, headers: Readonly<Record<string, string>>): string =>
  credentialHeaders.reduce((left, name) => {
    const secret = headers[name]?.replace('Bearer ', '').trim() ?? ''
    return secret.length < 8 ? left : left.replaceAll(secret, '[hidden]')
  }, text)
