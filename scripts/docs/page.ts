/** One page of the site, without what all pages have in common. */
export interface Page {
  /** From the top of the site: `operations/retryJob.html`. */
  readonly path: string
  readonly title: string
  /** What the page says in one sentence, as plain text. */
  readonly summary?: string
  /** The chapter of the menu; none: the page is reached by links alone. */
  readonly chapter?: string
  /** What the menu calls it, if not by its title. */
  readonly short?: string
  /** HTML from the first heading on. */
  readonly body: string
  /** Whether the search knows it. */
  readonly isSearched?: boolean
  /** Whether the reference is on it, which talks to servers. */
  readonly isReference?: boolean
}

/** The way from one page to another, which is the same on a server and in a folder. */
export function wayTo(from: string, to: string): string {
  const [target = '', anchor] = to.split('#')
  const hash = anchor === undefined ? '' : `#${anchor}`
  if (target === from) return hash === '' ? '#' : hash
  const there = target.split('/')
  const here = from.split('/').slice(0, -1)
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift()
    there.shift()
  }
  return [...here.map(() => '..'), ...there].join('/') + hash
}
