import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assets } from './assets.ts'
import { evidencePage, reasonsPage, schemaNames, schemaPage, schemasPage } from './contract-pages.ts'
import { readFacts } from './facts.ts'
import { figuresPage } from './figures-page.ts'
import { type Chapter, laidOut } from './layout.ts'
import { lifecyclePage } from './lifecycle-page.ts'
import { markdown, type Surroundings } from './markdown.ts'
import { markdownPages } from './markdown-pages.ts'
import { changesOfOperations, type DocumentedOperation, documentedOperations, operationIds } from './operation.ts'
import { operationPage } from './operation-page.ts'
import { type Page, wayTo } from './page.ts'
import { referencePage } from './reference/reference-page.ts'
import { read, repositoryPaths, Shelf } from './repository.ts'
import type { Words } from './schema.ts'
import { searchIndex } from './search-index.ts'
import { sourcePage } from './source-page.ts'
import { startPages } from './start-pages.ts'

export interface Site {
  readonly pages: readonly Page[]
  /** Links that lead nowhere, each with the page on which it stands. */
  readonly broken: readonly string[]
}

/** Writes the whole site into a folder, which is emptied first. */
export async function buildSite(folder: string): Promise<Site> {
  const paths = repositoryPaths()
  const shelf = new Shelf(paths)
  const broken: string[] = []
  const named = nameFinder()
  const common = { shelf, named, onBroken: (link: string) => void broken.push(link) }
  const operations = await documentedOperations()
  const pages = [
    ...startPages(operations, common),
    ...(await operationPages(operations, common, paths)),
    ...(await contractPages(operations, common)),
    ...markdownPages(paths, common),
  ]
  pages.push(figuresPage(pages, paths, shelf))
  for (let wanted = shelf.takeWanted(); wanted.length > 0; wanted = shelf.takeWanted())
    pages.push(...wanted.map((path) => sourcePage(path, shelf)))
  await rm(folder, { recursive: true, force: true })
  const chapters = chaptersOf(pages)
  await Promise.all(pages.map((page) => write(folder, page.path, laidOut(page, chapters))))
  await Promise.all([...shelf.pictures].map((path) => copy(path, join(folder, path))))
  for (const [path, content] of Object.entries(await assets())) await write(folder, `assets/${path}`, content)
  await write(folder, 'assets/search-index.js', searchIndex(pages))
  return { pages, broken }
}

type Common = Omit<Surroundings, 'page' | 'file'>

function nameFinder(): (name: string) => string | undefined {
  const operations = new Set<string>(operationIds)
  const schemas = new Set(schemaNames)
  return (name) => (operations.has(name) ? `operations/${name}.html` : schemas.has(name) ? `schemas/${name}.html` : undefined)
}

/** Descriptions in the contract are Markdown, as if they stood in its table of contents. */
function wordsOn(page: string, common: Common): Words {
  const surroundings = { ...common, page, file: 'openapi/openapi.yaml' }
  const block = (source: string) => markdown(source, surroundings)
  return {
    markdown: block,
    inline: (source) =>
      block(source)
        .replaceAll(/<\/p>\s*<p>/g, '<br>')
        .replaceAll(/<\/?p>/g, '')
        .trim(),
    schema: (name) => {
      const target = common.named(name)
      return target === undefined ? undefined : wayTo(page, target)
    },
  }
}

async function operationPages(operations: readonly DocumentedOperation[], common: Common, paths: readonly string[]): Promise<Page[]> {
  const facts = readFacts()
  const changesOf = await changesOfOperations()
  const decisions = paths.filter((path) => /^openapi\/decisions\/\d/.test(path)).map((path) => ({ path, source: read(path) }))
  return operations.map((operation) => {
    const page = `operations/${operation.id}.html`
    const naming = decisions.filter(({ source }) => source.includes(`\`${operation.id}\``))
    return operationPage(operation, {
      facts,
      changes: changesOf(`${operation.method} ${operation.path}`),
      words: wordsOn(page, common),
      way: (path) => wayTo(page, path),
      file: (path) => {
        const target = common.shelf.pageOf(path)
        return target === undefined ? undefined : wayTo(page, target)
      },
      decisions: naming.map(({ path, source }) => ({
        path: path.replace(/md$/, 'html'),
        title: source.split('\n')[0]?.replace('# ', '') ?? path,
      })),
    })
  })
}

const contractPages = async (operations: readonly DocumentedOperation[], common: Common): Promise<Page[]> => [
  referencePage(),
  await lifecyclePage(wordsOn('lifecycle.html', common)),
  reasonsPage(operations),
  schemasPage(wordsOn('schemas/index.html', common)),
  ...schemaNames.map((name) => schemaPage(name, wordsOn(`schemas/${name}.html`, common))),
  evidencePage(readFacts(), wordsOn('evidence.html', common)),
]

const order = [
  'Begin',
  'Jobs',
  'Job actions',
  'Job artifacts',
  'Job token',
  'Reference',
  'Contract',
  'Client',
  'Mock and sandbox',
  'Server',
  'Conformance',
  'Review',
  'More',
]

function chaptersOf(pages: readonly Page[]): Chapter[] {
  const groups = Map.groupBy(
    pages.filter(({ chapter }) => chapter !== undefined),
    ({ chapter = '' }) => chapter,
  )
  const place = (title: string) => (order.includes(title) ? order.indexOf(title) : order.length)
  return [...groups].map(([title, pages]) => ({ title, pages })).sort((one, other) => place(one.title) - place(other.title))
}

async function write(folder: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), content)
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
}
