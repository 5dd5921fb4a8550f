/** What each client is asked to do. An answer says how much came, so that all can be seen to do the same. */
export interface Errands {
  /** Reads job 500; answers with its number. */
  job(): Promise<number>
  /** Reads the newest 20 jobs; answers with how many there are. */
  list(): Promise<number>
  /** Downloads an archive chunk by chunk; answers with its length. */
  archive(): Promise<number>
}

export type Errand = keyof Errands
export const errandNames = ['job', 'list', 'archive'] as const satisfies readonly Errand[]

export const archiveSize = 64 * 2 ** 20

export const errands: Readonly<Record<Errand, { readonly title: string; readonly answer: number }>> = {
  job: { title: 'read one job', answer: 500 },
  list: { title: 'list 20 jobs', answer: 20 },
  archive: { title: 'download 64 MiB', answer: archiveSize },
}

/** How many bytes a stream brings, none of which is kept. */
export async function lengthOf(stream: unknown): Promise<number> {
  if (!(stream instanceof ReadableStream)) throw new TypeError('no stream came')
  let length = 0
  for await (const chunk of stream) length += chunk.length
  return length
}
