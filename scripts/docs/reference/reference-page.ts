import type { Page } from '../page.ts'

/** A server of this machine that a reader may ask; the first is the one that is asked unless another is chosen. */
const servers = [
  { url: 'http://127.0.0.1:4001/api/v4', description: 'the sandbox, npm run sandbox' },
  { url: 'http://127.0.0.1:4000/api/v4', description: "the server, npm start -- --cors-origin '*'" },
]

/** The reference as a page of the site. */
export function referencePage(): Page {
  const body = `<h1>Reference</h1>
<p class="lead">Every operation, to be tried from here against the <a href="begin/frontend-teams.html">sandbox</a> or the server on this machine. You are Dana, a developer of the demo world; <em>Authorize</em> makes you somebody else.</p>
<p class="quiet">A server shows the same under <code>/docs</code> and needs no permission for it: <code>http://127.0.0.1:4000/docs</code>. No other host is asked.</p>
<div id="reference" data-servers='${JSON.stringify(servers).replaceAll("'", '&#39;')}'></div>`
  const path = 'reference.html'
  return { path, title: 'Reference', short: 'Reference, to try', chapter: 'Reference', body, isReference: true }
}
