// What the pages do. Without it all is there as well: samples stand below one another, the menu is a list of links.
const siteTop = document.currentScript.dataset.top
const root = document.documentElement
root.classList.add('scripted')

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
const remembered = (key) => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // pages that were opened from a folder may have no memory
  }
}
const remember = (key, value) => {
  try {
    localStorage.setItem(key, value)
  } catch {}
}

/* Light or dark: as the system says, until the reader says otherwise. */
const themes = ['system', 'light', 'dark']
const themeButton = document.querySelector('.theme-button')
const themeChoice = element('span')
themeButton.replaceChildren(element('span', { className: 'unseen', textContent: 'Colours: ' }), themeChoice)
let theme = themes.includes(remembered('theme')) ? remembered('theme') : 'system'
const applyTheme = () => {
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  themeChoice.textContent = { system: 'Auto', light: 'Light', dark: 'Dark' }[theme]
}
applyTheme()
themeButton.hidden = false
themeButton.addEventListener('click', () => {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length]
  remember('theme', theme)
  applyTheme()
})

/* The menu, where there is no room to show it always. */
const menu = document.querySelector('#menu')
const menuButton = document.querySelector('.menu-button')
menuButton.hidden = false
const openMenu = (open) => {
  menu.classList.toggle('open', open)
  menuButton.setAttribute('aria-expanded', String(open))
}
menuButton.addEventListener('click', () => openMenu(!menu.classList.contains('open')))
menu.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })

/* Blocks of code can be copied. */
for (const block of document.querySelectorAll('pre.code')) {
  const button = element('button', { type: 'button', className: 'copy', textContent: 'Copy' })
  const around = element('div', { className: 'block' })
  block.replaceWith(around)
  around.append(block, button)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.textContent)
    button.textContent = 'Copied'
    setTimeout(() => Object.assign(button, { textContent: 'Copy' }), 2000)
  })
}

/* Samples as tabs; what a reader chooses once is chosen everywhere. */
const tabGroups = [...document.querySelectorAll('.tabs')].map((group, at) => {
  const panels = [...group.querySelectorAll('.panel')]
  const tabs = panels.map((panel, index) => {
    panel.id = `panel-${at}-${index}`
    panel.setAttribute('role', 'tabpanel')
    const tab = element('button', { type: 'button', id: `tab-${at}-${index}`, textContent: panel.dataset.label })
    panel.setAttribute('aria-labelledby', tab.id)
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-controls', panel.id)
    tab.addEventListener('click', () => chooseSample(panel.dataset.label))
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
      if (step === undefined) return
      const next = tabs[(index + step + tabs.length) % tabs.length]
      next.click()
      next.focus()
    })
    return tab
  })
  const list = element('div', {}, ...tabs)
  list.setAttribute('role', 'tablist')
  list.setAttribute('aria-label', 'Written as')
  group.prepend(list)
  group.classList.add('live')
  return { panels, tabs }
})
function chooseSample(label) {
  remember('sample', label)
  for (const { panels, tabs } of tabGroups)
    for (const [index, panel] of panels.entries()) {
      const chosen = panel.dataset.label === label
      panel.hidden = !chosen
      tabs[index].setAttribute('aria-selected', String(chosen))
      tabs[index].tabIndex = chosen ? 0 : -1
    }
}
const labels = tabGroups[0]?.panels.map(({ dataset }) => dataset.label) ?? []
if (labels.length > 0) chooseSample(labels.includes(remembered('sample')) ? remembered('sample') : labels[0])

/* An address may lead into something that is folded up. */
const unfold = () => {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  const folded = target?.closest('details')
  if (folded == null) return
  folded.open = true
  target.scrollIntoView()
}
addEventListener('hashchange', unfold)
unfold()

/* The search. What it knows is loaded when somebody searches, by scripts, since a folder lets itself be read in no other way. */
const script = (name) =>
  new Promise((done, fail) => {
    document.head.append(element('script', { src: `${siteTop}assets/${name}`, onload: done, onerror: fail }))
  })
let ready
const prepare = async () => {
  await Promise.all([script('minisearch.js'), script('search-index.js')])
  const entries = globalThis.searchEntries.map(([address, title, page, words], id) => ({ id, address, title, page, words }))
  const index = new globalThis.MiniSearch({
    fields: ['title', 'page', 'words'],
    storeFields: ['address', 'title', 'page', 'words'],
    searchOptions: {
      boost: { title: 6, page: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      // What the pages say themselves comes before what reports list.
      boostDocument: (_id, _term, { address }) => (/^(operations|reasons|schemas|begin|lifecycle)/.test(address) ? 2 : 1),
    },
  })
  await index.addAllAsync(entries, { chunkSize: 200 })
  return index
}
const input = element('input', { type: 'search', id: 'search-input', autocomplete: 'off', spellcheck: false })
const said = element('p')
said.setAttribute('role', 'status')
const results = element('ol')
const dialog = element(
  'dialog',
  { className: 'search' },
  element('label', { htmlFor: 'search-input', textContent: 'Search the documentation' }),
  input,
  said,
  results,
)
dialog.setAttribute('aria-label', 'Search')
document.body.append(dialog)

const excerpt = (words, terms) => {
  const places = terms.map((term) => words.toLowerCase().indexOf(term)).filter((place) => place >= 0)
  const from = Math.max(0, Math.min(...places, words.length) - 40)
  return `${from > 0 ? '… ' : ''}${words.slice(places.length === 0 ? 0 : from, from + 160)}`
}
const search = async () => {
  ready ??= prepare()
  said.textContent = 'Loading'
  const index = await ready
  const found = input.value.trim() === '' ? [] : index.search(input.value).slice(0, 30)
  results.replaceChildren(
    ...found.map(({ address, title, page, words, terms }) => {
      const name = element('strong', { textContent: title })
      const where = page === '' ? [] : [document.createTextNode(` ${page}`)]
      return element(
        'li',
        {},
        element('a', { href: siteTop + address }, name, ...where, element('span', { textContent: excerpt(words, terms) })),
      )
    }),
  )
  said.textContent =
    input.value.trim() === ''
      ? 'Operations, reasons, facts, decisions, pages'
      : found.length === 0
        ? 'Nothing found'
        : `${found.length} results`
}
const openSearch = () => {
  openMenu(false)
  dialog.showModal()
  input.select()
  void search()
}
input.addEventListener('input', search)
results.addEventListener('click', () => dialog.close())
dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
dialog.addEventListener('keydown', (event) => {
  const links = [...results.querySelectorAll('a')]
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (event.key === 'Enter' && document.activeElement === input) links[0]?.click()
  if (step === undefined || links.length === 0) return
  event.preventDefault()
  const next = links.indexOf(document.activeElement) + step
  if (next < 0) input.focus()
  else links[Math.min(next, links.length - 1)].focus()
})
const searchButton = document.querySelector('.search-button')
searchButton.hidden = false
searchButton.addEventListener('click', openSearch)
addEventListener('keydown', (event) => {
  const writes = event.target.closest?.('input, textarea, select, [contenteditable]')
  if (event.key === 'Escape') openMenu(false)
  if ((event.key === '/' && !writes) || (event.key === 'k' && (event.metaKey || event.ctrlKey))) {
    event.preventDefault()
    openSearch()
  }
})
