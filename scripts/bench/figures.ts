/** One server, one row, one round. */
export interface Sample {
  readonly requests: number
  readonly seconds: number
  /** CPU time that the server process took meanwhile, in microseconds. */
  readonly cpu: number
  readonly bytes: number
}

/** Both servers in the same round, one right after the other. */
export interface Round {
  readonly ours: Sample
  readonly raw: Sample
}

export interface Figures {
  readonly bytes: number
  readonly rate: number
  /** How many requests ours answers while the raw server answers one. */
  readonly rateRatio: number
  readonly cpu: number
  /** What a request costs ours, in requests of the raw server. */
  readonly cpuRatio: number
}

export const rateOf = ({ requests, seconds }: Sample): number => requests / seconds
export const cpuOf = ({ requests, cpu }: Sample): number => cpu / requests

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new Error('nothing was measured')
  return (low + high) / 2
}

/** Ratios are taken within a round and their median over the rounds: what disturbs a machine disturbs both servers of a round. */
export function figuresOf(rounds: readonly Round[]): Figures {
  const over = (figure: (round: Round) => number) => median(rounds.map(figure))
  return {
    bytes: over(({ ours }) => ours.bytes),
    rate: over(({ ours }) => rateOf(ours)),
    rateRatio: over(({ ours, raw }) => rateOf(ours) / rateOf(raw)),
    cpu: over(({ ours }) => cpuOf(ours)),
    cpuRatio: over(({ ours, raw }) => cpuOf(ours) / cpuOf(raw)),
  }
}

/** One Markdown table of all rows. */
export function table(results: readonly { readonly title: string; readonly figures: Figures }[]): string {
  const lines = results.map(({ title, figures: { bytes, rate, rateRatio, cpu, cpuRatio } }) => {
    const cells = [
      title,
      `${(bytes / 1024).toFixed(1)} KiB`,
      rate.toFixed(0),
      rateRatio.toFixed(2),
      `${cpu.toFixed(0)} µs`,
      cpuRatio.toFixed(1),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return ['| request | answer | requests/s | of raw | CPU a request | times raw |', '|---|---:|---:|---:|---:|---:|', ...lines].join('\n')
}
