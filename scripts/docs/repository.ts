import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'

/** The files that git knows or would know, by their paths from the top. */
export function repositoryPaths(): string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  return [...new Set(listing.split('\0'))].filter((path) => path !== '' && existsSync(path)).sort()
}

/** What the site can show of the repository, and where: a page for each Markdown file, and one for whatever these speak of. */
export class Shelf {
  readonly #paths: ReadonlySet<string>
  readonly #wanted = new Set<string>()
  readonly #pictures = new Set<string>()

  constructor(paths: readonly string[]) {
    this.#paths = new Set(paths)
  }

  get pictures(): ReadonlySet<string> {
    return this.#pictures
  }

  /** The page of the site that shows a file or a folder, undefined if there is no such thing. */
  pageOf(path: string): string | undefined {
    const clean = posix.normalize(path).replace(/\/$/, '')
    if (clean.startsWith('..')) return undefined
    if (this.#paths.has(`${clean}/README.md`)) return `${clean}/README.html`
    if (clean.endsWith('.md') && this.#paths.has(clean)) return clean.replace(/md$/, 'html')
    const isFolder = this.childrenOf(clean).length > 0
    if (!isFolder && !this.#paths.has(clean)) return undefined
    this.#wanted.add(clean)
    return isFolder ? `source/${clean}/index.html` : `source/${clean}.html`
  }

  /** Where a picture lies on the site, undefined if there is none. */
  pictureAt(path: string): string | undefined {
    const clean = posix.normalize(path)
    if (!this.#paths.has(clean)) return undefined
    this.#pictures.add(clean)
    return clean
  }

  /** What lies in a folder, folders with a slash behind their names. */
  childrenOf(folder: string): string[] {
    const inside = [...this.#paths].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))
    return [...new Set(inside.map((path) => (path.includes('/') ? `${path.split('/')[0]}/` : path)))]
  }

  /** What was asked for since the last time; showing it may ask for more. */
  takeWanted(): string[] {
    const wanted = [...this.#wanted].filter((path) => !this.#taken.has(path))
    for (const path of wanted) this.#taken.add(path)
    return wanted
  }
  readonly #taken = new Set<string>()
}

export const isFile = (path: string) => statSync(path).isFile()
export const read = (path: string) => readFileSync(path, 'utf8')
