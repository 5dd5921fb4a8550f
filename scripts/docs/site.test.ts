import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite, type Site } from './build.ts'
import { operationIds } from './operation.ts'

let folder = ''
let site: Site
const files = new Map<string, string>()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-docs-'))
  site = await buildSite(folder)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length + 1), await readFile(path, 'utf8'))
  }
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const pages = () => [...files].filter(([path]) => path.endsWith('.html') && path !== 'reference.html')
const attributes = (html: string, names: string) =>
  [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map(([, value = '']) => value)

test('every link in Markdown leads to something that is there', () => expect(site.broken).toEqual([]))

test('every link, picture and script of every page is there, anchors among them', () => {
  const anchors = new Map(pages().map(([path, html]) => [path, new Set(attributes(html, 'id'))]))
  const missing = pages().flatMap(([path, html]) =>
    attributes(html, 'href|src')
      .filter((link) => !/^(https?|data|mailto):/.test(link))
      .filter((link) => {
        const [target = '', anchor] = link.split('#')
        const there = target === '' ? path : posix.join(posix.dirname(path), target)
        const known = anchors.get(there)
        return (
          !files.has(there) ||
          (anchor !== undefined &&
            anchor !== '' &&
            !anchor.startsWith('/') &&
            known !== undefined &&
            !known.has(decodeURIComponent(anchor)))
        )
      })
      .map((link) => `${path}: ${link}`),
  )
  expect(missing).toEqual([])
})

test('no anchor stands twice on a page', () => {
  const twice = pages().flatMap(([path, html]) => {
    const ids = attributes(html, 'id')
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}#${id}`)
  })
  expect(twice).toEqual([])
})

test('there is a page for each operation and each text', async () => {
  expect([...files.keys()]).toEqual(expect.arrayContaining(operationIds.map((id) => `operations/${id}.html`)))
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['README.html', 'packages/review/HISTORY.html', 'packages/client/SCORECARD.html']),
  )
})

test('pages forbid themselves to fetch anything', () => {
  for (const [path, html] of pages()) {
    expect(html, path).toContain("default-src 'none'; script-src 'self'")
    expect(html, path).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//)
  }
})
