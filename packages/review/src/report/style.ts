/** The look of the page: quiet on a screen of any width, plain on paper. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2330; --paper: #fff; --quiet: #5a6375; --line: #dfe3ea; --wash: #f6f7f9;
  --breaking: #b3261e; --compatible: #1b6e3c; --editorial: #5a6375; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --paper: #14171d; --quiet: #a2abbb; --line: #2d3440; --wash: #1b2028;
  --breaking: #ff8a80; --compatible: #7fd6a0; --editorial: #a2abbb; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2.5rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .25rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 3rem 0 1rem; }
h3 { font-size: 1.05rem; line-height: 1.4; margin: 0 0 .5rem; }
header { border-left: .35rem solid var(--compatible); padding-left: 1.25rem; }
header.fails { border-color: var(--breaking); }
.names { color: var(--quiet); margin: 0; }
.unseen { position: absolute; clip-path: inset(50%); }
.counts { display: flex; flex-wrap: wrap; gap: 1.5rem; list-style: none; margin: 0; padding: 0; }
.counts a { color: inherit; text-decoration: none; }
.counts b { font-size: 1.35rem; margin-right: .25rem; }
.counts .breaking b { color: var(--breaking); } .counts .compatible b { color: var(--compatible); } .counts .editorial b { color: var(--editorial); }
a { color: inherit; text-underline-offset: .2em; }
article { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1rem; padding: 1rem 1.25rem; break-inside: avoid; }
#breaking article { border-left: .25rem solid var(--breaking); }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: .3rem 1rem; margin: 0; }
dt { color: var(--quiet); } dd { margin: 0; }
code, pre { font: .875em/1.5 ui-monospace, monospace; }
code { background: var(--wash); border-radius: .25rem; padding: .1em .3em; }
pre { background: var(--wash); border-radius: .5rem; overflow-x: auto; padding: .75rem 1rem; }
details summary { cursor: pointer; }
.card { border-bottom: 1px solid var(--line); padding: .75rem 0; }
.tag { border: 1px solid var(--line); border-radius: 1rem; color: var(--quiet); font-size: .8rem; padding: .1rem .6rem; }
table { border-collapse: collapse; width: 100%; }
th { color: var(--quiet); font-weight: 500; text-align: left; }
th, td { border-bottom: 1px solid var(--line); overflow-wrap: break-word; padding: .4rem .75rem .4rem 0; vertical-align: top; }
td > code { overflow-wrap: anywhere; } td:has(> code) { min-width: 11rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; }
  thead { display: none; } tr, td, td:has(> code) { display: block; min-width: 0; overflow-wrap: anywhere; } td { border: 0; padding: .1rem 0; } tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td[data-column]:not([data-column=''])::before { content: attr(data-column) ': '; color: var(--quiet); } td:empty { display: none; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } details > * { display: block; } details::details-content { content-visibility: visible; block-size: auto; } }
`
