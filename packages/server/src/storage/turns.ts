/** Lets one of the servers that share their stores do a piece of work, so that it is not done twice. */
export interface Turns {
  /** Waits until nobody else does work of that name, and then does it. */
  inTurn<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer>
  /** Does the work, unless somebody else does work of that name just now. */
  unlessTaken(name: string, work: () => Promise<void>): Promise<void>
}

/** For a server that shares its stores with nobody. */
export const noOthers: Turns = {
  inTurn: (_name, work) => work(),
  unlessTaken: (_name, work) => work(),
}
