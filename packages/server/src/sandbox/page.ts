import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { operations } from '@jobs-api/contract'
import { curlLine } from './curl-line.ts'
import type { NamedWorld } from './named-worlds.ts'

/** The page to click. What it is made of is read once, when it is first wanted. */
export function page(worlds: readonly NamedWorld[], origin: string) {
  parts ??= { template: read('sandbox.html'), style: read('sandbox.css'), script: read('sandbox.js') }
  const { template, style, script } = parts
  const fill: Readonly<Record<string, string>> = {
    style: `<style>${style}</style>`,
    script: `<script type="module">${script}</script>`,
    choices: worlds.map(({ name, title }) => `<option value="${escaped(name)}">${escaped(title)}</option>`).join(''),
    operations: Object.keys(operations)
      .map((id) => `<option>${escaped(id)}</option>`)
      .join(''),
    worlds: worlds.map((world) => section(world, origin)).join('\n'),
  }
  const body = template.replaceAll(/<!-- (\w+) -->/g, (_, name: string) => fill[name] ?? '')
  const allowed = `default-src 'none'; connect-src 'self'; img-src data:; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
  return { status: 200 as const, type: 'text/html' as const, headers: { 'Content-Security-Policy': allowed }, body }
}

let parts: { template: string; style: string; script: string } | undefined

const read = (name: string) => readFileSync(new URL(`../../pages/${name}`, import.meta.url), 'utf8')
const digest = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`

function section(world: NamedWorld, origin: string): string {
  const { name, title, description, trials } = world
  const rows = trials.map(
    (trial) =>
      `<dt>${escaped(trial.says)} <small>${escaped((trial.statuses ?? [200]).join(' or '))}</small></dt><dd><code>${escaped(curlLine(trial, name, origin))}</code></dd>`,
  )
  return `<details><summary><b>${escaped(title)}</b> <code>${escaped(name)}</code></summary><p>${escaped(description)}</p><dl>${rows.join('')}</dl></details>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
