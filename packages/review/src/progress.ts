/** Does one section of the work, and tells when it is done and how long it took. */
export type Progress = <Result>(section: string, work: () => Promise<Result>) => Promise<Result>

/** Tells on the error channel: the report may go to the other one. */
export const told: Progress = async (section, work) => {
  const start = performance.now()
  const result = await work()
  console.error(`${section.padEnd(60)} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s`)
  return result
}
