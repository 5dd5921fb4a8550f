import { plain, text } from './html.ts'
import { type Page, wayTo } from './page.ts'

export interface Chapter {
  readonly title: string
  readonly pages: readonly Page[]
}

/** Nothing is fetched from anywhere but the site. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
/** The reference talks to servers, on this machine alone; what came back is kept in the page as a blob. */
const talking = `${policy}; connect-src 'self' http://127.0.0.1:* http://localhost:* blob:`

const referenceStyles = ['swagger-ui.css', 'reference.css']
const referenceScripts = ['swagger-ui.js', 'contract.js', 'reference.js']

/** A whole page: its content with the menu, the search, and the list of what is on it. */
export function laidOut(page: Page, chapters: readonly Chapter[]): string {
  const way = (path: string) => wayTo(page.path, path)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${page.isReference ? talking : policy}">
<meta name="referrer" content="no-referrer">
<title>${text(page.title === 'The Jobs API' ? page.title : `${page.title} · The Jobs API`)}</title>
${page.summary === undefined || page.summary === '' ? '' : `<meta name="description" content="${text(page.summary.slice(0, 300))}">\n`}<link rel="icon" href="data:,">
${page.isReference ? referenceStyles.map((name) => `<link rel="stylesheet" href="${way(`assets/${name}`)}">\n`).join('') : ''}<link rel="stylesheet" href="${way('assets/site.css')}">
<script src="${way('assets/site.js')}" data-top="${way('index.html').replace(/index\.html$|^#$/, '')}" defer></script>
${page.isReference ? referenceScripts.map((name) => `<script src="${way(`assets/${name}`)}" defer></script>\n`).join('') : ''}</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<button type="button" class="menu-button" aria-expanded="false" aria-controls="menu" hidden>Menu</button>
<a class="brand" href="${way('index.html')}">The Jobs API</a>
<button type="button" class="search-button" hidden>Search <kbd>/</kbd></button>
<button type="button" class="theme-button" hidden>Theme</button>
</header>
<div class="frame">
<nav id="menu" aria-label="Site">${chapters.map((chapter) => chapterOf(chapter, page)).join('\n')}</nav>
<main id="content" tabindex="-1">
${page.body}
</main>
${contents(page)}
</div>
</body>
</html>
`
}

function chapterOf({ title, pages }: Chapter, page: Page): string {
  const items = pages.map((each) => {
    const here = each.path === page.path ? ' aria-current="page"' : ''
    const name = each.short ?? each.title
    return `<li><a href="${wayTo(page.path, each.path)}"${here}>${text(name)}</a></li>`
  })
  const open = pages.some(({ path }) => path === page.path) ? ' open' : ''
  return `<details${open}><summary>${text(title)}</summary><ul>${items.join('')}</ul></details>`
}

/** What is on the page, for those who look for one part of it. */
function contents({ body }: Page): string {
  const heads = [...body.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/gs)]
  if (heads.length < 2) return ''
  const items = heads.map(([, id = '', content = '']) => `<li><a href="#${id}">${text(plain(content))}</a></li>`)
  return `<aside class="contents"><nav aria-label="On this page"><h2>On this page</h2><ul>${items.join('')}</ul></nav></aside>`
}
