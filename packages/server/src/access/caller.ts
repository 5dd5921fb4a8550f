import type { Job, Token, User } from '../storage/records.ts'

/** Who is asking. Nobody, for requests without a token. */
export interface Caller {
  readonly user: User
  readonly token: Token
  /** The job whose token was used. */
  readonly job: Job | undefined
  /** The full path of the project of that job. */
  readonly jobProjectPath: string | undefined
}
