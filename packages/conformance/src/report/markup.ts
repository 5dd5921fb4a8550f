const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML and HTML write it; what XML forbids even so is a question mark. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replace(/[^\t\n\r -\uFFFD]/g, '?')

/** A page in one file: nothing is fetched, nothing runs. */
export const page = (title: string, style: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${common}${style}</style>
</head>
<body>
${body}
</body>
</html>
`

const common = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1b1f24, #e6e8eb); --faint: light-dark(#5a6370, #a0a8b3); --line: light-dark(#d5d9df, #3a4048);
  --paper: light-dark(#fff, #16191d); --pass: light-dark(#d3efd8, #1d4a2a); --fail: light-dark(#f9cfcd, #6d2321);
  --warn: light-dark(#fbe6b8, #5a4310); --mute: light-dark(#e9ebee, #2b3037);
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 75rem; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; break-after: avoid; }
p, li, td, th, dd { overflow-wrap: anywhere; }
code, pre { font: .85em/1.4 ui-monospace, monospace; } pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .2rem .4rem; text-align: left; vertical-align: top; }
.wide { overflow-x: auto; } .faint { color: var(--faint); }
@media print {
  :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 9pt; } .wide { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } tr { break-inside: avoid; }
}
`
