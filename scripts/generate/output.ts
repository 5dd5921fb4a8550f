import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes generated files, or with `check` only compares them. True if all is (now) as it should be. */
export async function keep(folder: string, files: Readonly<Record<string, string>>, check: boolean): Promise<boolean> {
  let fresh = true
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    if (check) {
      fresh = false
      console.error(`stale: ${path} (run \`npm run generate\` and commit the result)`)
      continue
    }
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    console.log(`wrote ${path}`)
  }
  return fresh
}
