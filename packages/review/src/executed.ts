/** What programs did, not what documents say. Whoever has the programs of both revisions at hand adds it to a review. */
export interface Executed {
  readonly cells: readonly Cell[]
  /** Programs written for the older revision, compiled against the client of the newer. */
  readonly compiled: readonly Compiled[]
}

/** One revision's programs against another's server. */
export interface Cell {
  readonly client: string
  /** The revision whose server or mock was asked. */
  readonly server: string
  readonly kind: 'server' | 'mock'
  readonly outcomes: readonly Outcome[]
}

export interface Outcome {
  readonly program: string
  readonly passed: boolean
  /** What it said when it did not do what it should. */
  readonly message?: string | undefined
  /** Why it was not run here. */
  readonly leftOut?: string | undefined
}

export interface Compiled {
  /** `the examples of 0.1.0`, or the folder of a consumer. */
  readonly programs: string
  readonly files: number
  /** Errors that are there with the newer client and not with the older: `src/deploy.ts(12,3): Property ...`. */
  readonly errors: readonly string[]
}

/** `11 of 12`, and how many were left out. */
export function cellText({ outcomes }: Cell): string {
  const run = outcomes.filter(({ leftOut }) => leftOut === undefined)
  const others = outcomes.length - run.length
  return `${run.filter(({ passed }) => passed).length} of ${run.length}${others === 0 ? '' : `, ${others} left out`}`
}

export const cellName = ({ client, server, kind }: Cell): string => `${client} → ${kind} of ${server}`

export const failures = ({ cells }: Executed): (Outcome & { readonly cell: string })[] =>
  cells.flatMap((cell) =>
    cell.outcomes
      .filter(({ passed, leftOut }) => !passed && leftOut === undefined)
      .map((outcome) => ({ ...outcome, cell: cellName(cell) })),
  )

/** What was not run, and why, once for all cells. */
export function leftOut({ cells }: Executed): string[] {
  const told = cells.flatMap(({ kind, outcomes }) =>
    outcomes.flatMap(({ program, leftOut: reason }) => (reason === undefined ? [] : [`${program}, ${kind}: ${reason}`])),
  )
  return [...new Set(told)]
}
