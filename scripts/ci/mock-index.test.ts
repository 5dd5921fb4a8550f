import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { document, examplesOf } from '@jobs-api/contract'
import { type Mock, startMock } from '@jobs-api/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'

// Every line that the mock's index page shows is given to a shell, as a reader would.

let mock: Mock
let folder = ''
beforeAll(async () => {
  mock = await startMock()
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-curl-'))
})
afterAll(async () => {
  await mock.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Shown {
  readonly operation: string
  readonly title: string
  readonly line: string
}

/** `## getJob: ...`, then pairs of `# 404 job_not_found: ...` and a line for a shell. */
function shownOn(page: string): Shown[] {
  const sections = page.split(/^## /m).slice(1)
  return sections.flatMap((section) => {
    const [, operation = ''] = /^(\w+):/.exec(section) ?? []
    return [...section.matchAll(/^# (.+)\n(curl .+)$/gm)].map(([, title = '', line = '']) => ({ operation, title, line }))
  })
}

/** Runs lines in one shell, and gives back what each of them prints. */
async function shell(lines: readonly string[]): Promise<string[]> {
  const quiet = "--silent --output /dev/null --write-out '%{http_code} %header{x-mock-answer}\\n'"
  const child = spawn('bash', ['-c', lines.map((line) => `${line} ${quiet}`).join('\n')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return (await text(child.stdout)).trim().split('\n')
}

test('every line gets the answer that it stands for', { timeout: 200_000 }, async () => {
  const shown = shownOn(await (await fetch(new URL('/', mock.url))).text())
  expect(shown.length).toBeGreaterThanOrEqual(examplesOf(document).length)
  const printed = await shell(shown.map(({ line }) => line))
  const wanted = shown.map(({ operation, title }) => {
    const [, status, name] = /^(\d{3})(?: (\w+):)?/.exec(title) ?? []
    return `${status} ${[operation, status, ...(name === undefined ? [] : [name])].join(' ')}`
  })
  expect(printed).toEqual(wanted)
})

test('the page for browsers shows the same lines', async () => {
  const plain = shownOn(await (await fetch(new URL('/', mock.url))).text())
  const html = await (await fetch(new URL('/', mock.url), { headers: { Accept: 'text/html' } })).text()
  const unescaped = html
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  for (const { line } of plain) expect(unescaped).toContain(`<code>${line}</code>`)
})
