/** The implementation did something else than the case says. */
export class Mismatch extends Error {
  override name = 'Mismatch'
}

/** What the case needs is not there. That counts as not conforming, because nobody has seen that it does. */
export class Untestable extends Error {
  override name = 'Untestable'
}
