/** What programs did, not what documents say. Whoever has the programs of both revisions at hand adds it to a review. */
export interface Executed {
  readonly cells: readonly Cell[]
  /** Programs written for the older revision, compiled against the client of the newer. */
  readonly compiled: readonly Compiled[]
}

/** One revision's programs against another's server. */
export interface Cell {
  readonly client: string
  readonly server: string
  readonly outcomes: readonly Outcome[]
}

export interface Outcome {
  readonly program: string
  readonly passed: boolean
  /** What it said when it did not do what it should; or why it was not run. */
  readonly message?: string | undefined
}

export interface Compiled {
  /** `the examples of 0.1.0`, or the folder of a consumer. */
  readonly programs: string
  readonly files: number
  /** Errors that are there with the newer client and not with the older: `src/deploy.ts(12,3): Property ...`. */
  readonly errors: readonly string[]
}

/** `11 of 12`, or what kept them from running. */
export function cellText({ outcomes }: Cell): string {
  return `${outcomes.filter(({ passed }) => passed).length} of ${outcomes.length}`
}

export const failures = ({ cells }: Executed): (Outcome & { readonly cell: string })[] =>
  cells.flatMap(({ client, server, outcomes }) =>
    outcomes.filter(({ passed }) => !passed).map((outcome) => ({ ...outcome, cell: `${client} → ${server}` })),
  )
