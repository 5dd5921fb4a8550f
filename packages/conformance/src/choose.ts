import { type Check, type Level, levels } from './check.ts'

export interface Choice {
  /** Operations, or ids; empty: all. */
  readonly only: readonly string[]
  /** This level and those above it. */
  readonly level: Level
}

/** The checks that are asked for. */
export function choose(checks: readonly Check[], { only, level }: Choice): readonly Check[] {
  return checks
    .filter(({ id, operation }) => only.length === 0 || only.some((name) => id === name || operation === name))
    .filter((check) => levels.indexOf(check.level) <= levels.indexOf(level))
}

/** The same checks in an order that the seed decides; 0 leaves them as they are. The same seed gives the same order. */
export function inOrder<Each>(all: readonly Each[], seed: number): readonly Each[] {
  if (seed === 0) return all
  const next = mulberry32(seed)
  return all
    .map((each) => [next(), each] as const)
    .sort(([one], [other]) => one - other)
    .map(([, each]) => each)
}

/** A small generator of random numbers that can be started again (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
