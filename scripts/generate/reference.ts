import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ReferenceParts, referenceParts } from '../docs/reference/parts.ts'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const contract = fromHere('../../packages/contract/src/generated/openapi.json')
const frame = fromHere('../docs/reference/frame.html')
const look = fromHere('../docs/assets/site.css')
const page = fromHere('../../packages/contract/dist/reference.html')

/**
 * Builds the reference page that servers show, one HTML file that needs no network, unless the one that is there was built
 * from the same parts. True if it had to be built.
 */
export async function buildReference(): Promise<boolean> {
  const parts = await referenceParts(JSON.parse(await readFile(contract, 'utf8')))
  const whole = await inlined(parts)
  const hash = createHash('sha256').update(whole).digest('hex')
  if ((await textOf(`${page}.sha256`)) === hash && (await textOf(page)) !== undefined) return false
  // Others may be reading or building the same page, or packing the folder that it stands in.
  const half = fromHere(`../../packages/contract/.reference-${process.pid}.html`)
  await mkdir(dirname(page), { recursive: true })
  await writeFile(half, whole)
  await rename(half, page)
  await writeFile(`${page}.sha256`, hash)
  return true
}

async function inlined({ styles, scripts, notices }: ReferenceParts): Promise<string> {
  const style = [...Object.values(styles).slice(0, 1), await readFile(look, 'utf8'), ...Object.values(styles).slice(1)]
  const script = Object.values(scripts).map((each) => `<script>\n${each.replaceAll('</script', '<\\/script')}</script>`)
  const [before = '', after = ''] = (await readFile(frame, 'utf8')).split('<!-- scripts -->')
  const head = before.replace('/* styles */', () => style.join('\n')).replace('NOTICES', () => notices.replaceAll('--', '- -'))
  return `${head}${script.join('\n')}${after}`
}

const textOf = (path: string) => readFile(path, 'utf8').catch(() => undefined)
