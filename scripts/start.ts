import { existsSync } from 'node:fs'
import process from 'node:process'

await refreshReferencePage()
// The demo world with a company around it, unless told otherwise: much to look at. Examples and tests use the lean one.
process.env['JOBS_API_WORLD'] ??= 'company'
// The server's own program, with the arguments as they are.
await import('../packages/server/src/main.ts')

/** The page that the server shows under /docs; made anew only when the contract has changed since. */
async function refreshReferencePage(): Promise<void> {
  const generator = new URL('generate/reference.ts', import.meta.url)
  if (!existsSync(generator)) return
  const { buildReference }: { buildReference: () => Promise<unknown> } = await import(generator.href)
  await buildReference()
}
