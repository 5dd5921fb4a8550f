import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const client = fileURLToPath(new URL('../../packages/client', import.meta.url))

const entries = ['index', 'validation'] as const

/** The client as modules that load no other at run time, so that a browser can take each as it is. */
export async function bundleClient(): Promise<void> {
  for (const name of entries) {
    const bundle = await rolldown({ input: join(client, `src/${name}.ts`), external: /^node:/ })
    await bundle.write({ dir: join(client, 'dist'), entryFileNames: `${name}.js`, codeSplitting: false, format: 'esm' })
    await bundle.close()
  }
}

/** How many bytes a program brings with it, minified and gzipped, as a bundler of its author would make it. */
export async function sizeOf(program: string): Promise<number> {
  const name = 'program.ts'
  const bundle = await rolldown({
    input: name,
    external: /^node:/,
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === name ? join(client, name) : null),
        load: (id) =>
          id === join(client, name)
            ? program.replaceAll(/@jobs-api\/client(?:\/(\w+))?/g, (_, entry = 'index') => join(client, `src/${entry}.ts`))
            : null,
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  return output.reduce((sum, file) => sum + gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length, 0)
}
