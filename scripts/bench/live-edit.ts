import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fileSource, startMock } from '@jobs-api/mock'
import { median } from './figures.ts'

/** From the save of an included file of the contract until the mock answers with it: medians, in milliseconds. */
export async function measureLiveEdit(folder: string, rounds: number, progress: (text: string) => void) {
  await cp(fileURLToPath(new URL('../../openapi', import.meta.url)), folder, { recursive: true })
  const narrator = { say: () => undefined, complain: (sentence: string) => console.error(sentence) }
  const mock = await startMock({ source: fileSource(join(folder, 'openapi.yaml')), narrator })
  const name = async () => {
    const answer = await fetch(`${mock.url}/projects/1/jobs/8`, { headers: { 'PRIVATE-TOKEN': 'any' } })
    return Object(await answer.json()).name
  }
  const example = join(folder, 'examples/getJob/finished_job.yaml')
  const text = await readFile(example, 'utf8')
  const times: { readonly wall: number; readonly cpu: number }[] = []
  try {
    for (let round = 1; round <= rounds; round++) {
      progress(`edits: round ${round} of ${rounds}`)
      const wanted = `edited-${round}`
      const begun = performance.now()
      const before = process.cpuUsage()
      await writeFile(example, text.replace(/^ {2}name: .+$/m, `  name: ${wanted}`))
      while ((await name()) !== wanted) await pause(5)
      const { user, system } = process.cpuUsage(before)
      times.push({ wall: performance.now() - begun, cpu: (user + system) / 1000 })
    }
  } finally {
    await mock.stop()
  }
  return { wall: median(times.map(({ wall }) => wall)), cpu: median(times.map(({ cpu }) => cpu)) }
}
