import { existsSync } from 'node:fs'

await refreshReferencePage()
// The server's own program, with the arguments as they are.
await import('../packages/server/src/main.ts')

/** The page that the server shows under /docs; made anew only when the contract has changed since. */
async function refreshReferencePage(): Promise<void> {
  const generator = new URL('generate/reference.ts', import.meta.url)
  if (!existsSync(generator)) return
  const { buildReference }: { buildReference: () => Promise<unknown> } = await import(generator.href)
  await buildReference()
}
