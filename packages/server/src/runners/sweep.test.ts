import { expect, test } from 'vitest'
import { smallWorld, workshop } from './workshop.suite.ts'

const minute = 60
const kept = (expire: string) => ({ status: 'success', log: 'done\n', artifacts: { expire, files: { 'a.txt': 'a\n' } } })
const types = (rows: readonly { fileType: string }[]) => rows.map(({ fileType }) => fileType)
const notLatest = { project: { keep_latest_artifacts: false } }

test('what has expired is swept, rows and bytes; logs stay, and what is kept', async () => {
  const world = smallWorld(
    [
      { name: 'old', ...kept('-1h') },
      { name: 'young', ...kept('+1h') },
    ],
    notLatest,
  )
  const { advance, artifacts, archives, log } = await workshop(world)
  const [archive] = await artifacts(1)
  await advance(minute + 1)
  expect([types(await artifacts(1)), types(await artifacts(2))]).toEqual([['trace'], ['archive', 'metadata', 'trace']])
  expect([await archives.read(archive?.key ?? ''), await log(1)]).toEqual([undefined, 'done\n'])
  await advance(60 * minute)
  expect(types(await artifacts(2))).toEqual(['trace'])
})

test.each([
  ['the project keeps the latest', {}, 3],
  ['the project keeps nothing', { keep_latest_artifacts: false }, 1],
  ['its statistics are being refreshed', { keep_latest_artifacts: false, refreshing_statistics: true }, 3],
])('the expired archive of the latest successful pipeline, if %s', async (_, project, left) => {
  const world = smallWorld([{ name: 'old', ...kept('-1h') }], { project })
  const { advance, artifacts, store } = await workshop(world)
  await store.write(async (writer) => {
    const pipeline = await writer.pipeline(1, 1)
    if (pipeline !== undefined) await writer.savePipeline({ ...pipeline, status: 'success' })
  })
  await advance(minute + 1)
  expect(await artifacts(1)).toHaveLength(left)
})

test('what a whole project was told to delete is gone after the next sweep', async () => {
  const { advance, artifacts, deleteArtifacts } = await workshop(smallWorld([{ name: 'a', ...kept('+30d') }], notLatest))
  await advance(minute)
  expect(await artifacts(1)).toHaveLength(3)
  await deleteArtifacts()
  await advance(minute + 1)
  expect(types(await artifacts(1))).toEqual(['trace'])
})
