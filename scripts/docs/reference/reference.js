// The reference: the contract in Swagger UI, with what readers need whom its own page leaves out.
const place = document.querySelector('#reference')
const contract = globalThis.jobsContract

/* A page that a server shows asks that server; pages of the documentation ask what runs on this machine. */
const ownServer = [{ url: `${location.origin}/api/v4`, description: 'this server' }]
const servers = place.dataset.servers === 'own' ? ownServer : JSON.parse(place.dataset.servers)

/* Swagger UI is dark by a class; the page is dark as its reader is. */
const page = document.documentElement
const wantsDark = matchMedia('(prefers-color-scheme: dark)')
const colour = () =>
  page.classList.toggle('dark-mode', page.dataset.theme === 'dark' || (page.dataset.theme !== 'light' && wantsDark.matches))
wantsDark.addEventListener('change', colour)
new MutationObserver(colour).observe(page, { attributes: true, attributeFilter: ['data-theme'] })
colour()

/* The layout is Swagger UI's own but for what the page has already: a title, a landmark. A link within a button is neither. */
const plugin = ({ React }) => {
  const { createElement } = React
  const Layout = ({ getComponent }) =>
    createElement(
      'div',
      { className: 'swagger-ui' },
      createElement(getComponent('SvgAssets')),
      createElement(getComponent('errors', true)),
      createElement(
        'div',
        { className: 'scheme-container' },
        createElement(
          'div',
          { className: 'schemes wrapper' },
          createElement('div', { className: 'schemes-server-container' }, createElement(getComponent('ServersContainer', true))),
          createElement(getComponent('AuthorizeBtnContainer', true)),
        ),
      ),
      createElement(getComponent('operations', true)),
    )
  return {
    components: { PlainLayout: Layout },
    wrapComponents: {
      DeepLink:
        () =>
        ({ text }) =>
          createElement('span', {}, text),
    },
  }
}

/* Names for what only its place explains, and headings whose levels leave none out. */
const names = [
  ['#servers', 'Server'],
  ['.examples-select-element', 'Example'],
  ['select.content-type', 'Media type'],
  ['.response-control-media-type select', 'Media type'],
  ['.parameters-col_description select', 'Value'],
  ['.parameters-col_description input:not([type=checkbox])', 'Value'],
  ['.auth-container input', 'Token'],
  ['textarea', 'Body'],
]
const levels = { h3: 2, h4: 3, h5: 4, h6: 5 }
const explain = () => {
  for (const [selector, name] of names)
    for (const control of place.querySelectorAll(selector)) {
      const row = control.closest('tr[data-param-name]')
      const full = row === null ? name : `${row.dataset.paramName}: ${name.toLowerCase()}`
      if (control.getAttribute('aria-label') !== full) control.setAttribute('aria-label', full)
    }
  for (const [tag, level] of Object.entries(levels))
    for (const heading of place.querySelectorAll(`${tag}:not([aria-level])`)) heading.setAttribute('aria-level', level)
  for (const block of place.querySelectorAll('pre:not([tabindex]), .table-container:not([tabindex]), .model-box:not([tabindex])'))
    block.tabIndex = 0
}
new MutationObserver(explain).observe(place, { childList: true, subtree: true })

const ui = globalThis.SwaggerUIBundle({
  domNode: place,
  spec: { ...contract, servers },
  plugins: [plugin],
  layout: 'PlainLayout',
  deepLinking: true,
  displayOperationId: true,
  displayRequestDuration: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  defaultModelExpandDepth: 2,
  validatorUrl: null,
  onComplete: () => {
    // References are resolved from where the document is said to be, and never in a folder. Nothing is fetched from there.
    ui.specActions.updateUrl('http://localhost/openapi.json')
    // Dana is a developer of the demo world; her token is known to everybody.
    ui.preauthorizeApiKey('personalToken', 'demo-dana-personal')
  },
})
