/** The name that was probably meant, if one is near enough to be a slip of the fingers. */
export function nearName(given: string, names: readonly string[]): string | undefined {
  const [best] = names.map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) })).sort(nearestFirst)
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined
}

/** `; did you mean "status"?`, or nothing. */
export function didYouMean(given: unknown, names: readonly string[]): string {
  const name = nearName(String(given), names)
  return name === undefined ? '' : `; did you mean "${name}"?`
}

const nearestFirst = (one: { distance: number }, other: { distance: number }) => one.distance - other.distance

/** How many letters are added, left out, exchanged, or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const ways = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped ? (before[j - 2] ?? 0) + 1 : Infinity]
      next.push(Math.min(...ways))
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}
