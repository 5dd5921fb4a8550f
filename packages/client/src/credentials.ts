/** At most one of these: GitLab looks at the first that it finds, so a second would only hide a mistake. */
export type Credentials =
  | { token?: string | undefined; jobToken?: never; oauth?: never }
  | { token?: never; jobToken?: string | undefined; oauth?: never }
  | { token?: never; jobToken?: never; oauth?: string | undefined }

/** The headers in which credentials travel, and which must not travel to another host. */
export const credentialHeaders = ['private-token', 'job-token', 'authorization', 'cookie'] as const

/** A personal, project or group token, the `CI_JOB_TOKEN` of a job, or an OAuth 2 token, each in its own header. */
export function credentialsOf({ token, jobToken, oauth }: Credentials): Record<string, string> {
  if (token !== undefined) return { 'PRIVATE-TOKEN': token }
  if (jobToken !== undefined) return { 'JOB-TOKEN': jobToken }
  return oauth === undefined ? {} : { Authorization: `Bearer ${oauth}` }
}
