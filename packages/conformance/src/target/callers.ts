/** Whoever asks: by role in the project, or by the kind of token. */
export const callers = {
  maintainer: { variable: '', sentence: 'a maintainer of the project' },
  developer: { variable: '_DEVELOPER', sentence: 'a developer of the project' },
  reporter: { variable: '_REPORTER', sentence: 'a reporter of the project' },
  guest: { variable: '_GUEST', sentence: 'a guest of the project' },
  stranger: { variable: '_STRANGER', sentence: 'somebody who is no member of the project' },
  oauth: { variable: '_OAUTH', sentence: 'an application that was let in by a developer (OAuth)' },
  'read-only': { variable: '_READ_ONLY', sentence: 'a developer, with a token of the scope read_api' },
  blocked: { variable: '_BLOCKED', sentence: 'somebody whose account is blocked' },
  job: { variable: '_JOB', sentence: 'a running job of the project' },
  'finished-job': { variable: '_FINISHED_JOB', sentence: 'a finished job of the project' },
  'allowed-job': { variable: '_ALLOWED_JOB', sentence: 'a running job of a project that is on the allow-list' },
  'foreign-job': { variable: '_FOREIGN_JOB', sentence: 'a running job of a project that is not on the allow-list' },
} as const

export type Caller = keyof typeof callers
export type Tokens = Readonly<Partial<Record<Caller, string>>>

export const callerNames = Object.keys(callers) as Caller[]

export const isJob = (caller: Caller): boolean => caller.endsWith('job')

/** The environment variable that holds a caller's token, beside the one that was named for the maintainer. */
export const variableOf = (caller: Caller, base: string): string => `${base}${callers[caller].variable}`
