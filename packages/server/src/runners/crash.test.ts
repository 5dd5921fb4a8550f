import { describe, expect, test } from 'vitest'
import type { JobStore, JobWriter } from '../storage/job-store.ts'
import type { Stores } from '../world/load-world.ts'
import { smallWorld, workshop } from './workshop.suite.ts'

const artifacts = { files: { 'a.txt': 'a\n' }, reports: [{ type: 'junit', filename: 'junit.xml', content: '<a/>' }] }
const jobs = [{ name: 'test', run: { duration: '6s', lines: ['$ make', 'änderung', 'done'], coverage: 90, artifacts } }]

/** Stores in which every so many changes the server is killed: after all was done, before it was kept. */
function killed(every: number) {
  let changes = 0
  const wrap = (stores: Stores): Stores => {
    const write: JobStore['write'] = (change) =>
      stores.store.write(async (writer: JobWriter) => {
        const answer = await change(writer)
        if (++changes % every !== 0) throw new Error('killed')
        return answer
      })
    return { ...stores, store: { ...stores.store, read: (ask) => stores.store.read(ask), write } }
  }
  return { wrap, changes: () => changes }
}

async function whole(wrap?: (stores: Stores) => Stores) {
  const shop = await workshop(smallWorld(jobs), wrap === undefined ? {} : { wrap })
  await shop.advance(30)
  const rows = (await shop.artifacts(1)).map(({ fileType, size }) => `${fileType} ${size}`)
  shop.troubles.length = 0
  return { rows, text: await shop.text(1), status: await shop.status(1), size: (await shop.logs.read(1))?.size }
}

describe('a server that is killed between the log and the change that speaks of it', () => {
  test.each([2, 3, 5])('loses nothing and doubles nothing: only each %ith change is kept', async (every) => {
    const { wrap, changes } = killed(every)
    const [calm, rough] = [await whole(), await whole(wrap)]
    expect(changes()).toBeGreaterThan(every * 2)
    expect(rough).toEqual(calm)
    expect(calm.rows.at(2)).toBe(`trace ${calm.size}`)
  })

  test('half a line is completed, even in the middle of a character', async () => {
    const calm = await workshop(smallWorld(jobs))
    await calm.advance(4)
    const before = Buffer.byteLength(await calm.log(1))
    await calm.advance(30)
    const whole = Buffer.from(await calm.log(1))
    const broken = whole.indexOf(Buffer.from('ä')) + 1
    expect([before > 0, broken > before]).toEqual([true, true])
    // The same again, but the server was killed while it wrote: a part of what comes next is there already.
    const again = await workshop(smallWorld(jobs))
    await again.advance(4)
    await again.logs.append(1, whole.subarray(before, broken))
    await again.advance(30)
    expect(await again.log(1)).toBe(whole.toString())
  })
})

test('artifacts that were stored for a job which somebody stopped meanwhile do not stay', async () => {
  const put: string[] = []
  let stop: () => Promise<unknown> = async () => undefined
  const wrap = (stores: Stores): Stores => ({
    ...stores,
    archives: {
      read: (key) => stores.archives.read(key),
      remove: (keys) => stores.archives.remove(keys),
      put: async (key, bytes) => {
        await stop()
        put.push(key)
        return stores.archives.put(key, bytes)
      },
    },
  })
  const shop = await workshop(smallWorld(jobs, { runners: [{ version: '16.0.0' }] }), { wrap })
  stop = () => shop.cancel(1)
  await shop.advance(30)
  expect([await shop.status(1), (await shop.artifacts(1)).map(({ fileType }) => fileType)]).toEqual(['canceled', ['trace']])
  expect(put.length).toBe(3)
  for (const key of put) expect(await shop.archives.read(key)).toBeUndefined()
})

test('one job that goes wrong holds up nobody else, and is told once', async () => {
  const wrap = (stores: Stores): Stores => ({
    ...stores,
    logs: {
      read: (id) => stores.logs.read(id),
      remove: (ids) => stores.logs.remove(ids),
      append: (id, bytes) => (id === 1 ? Promise.reject(new Error('the disk')) : stores.logs.append(id, bytes)),
    },
  })
  const { advance, statuses, troubles } = await workshop(smallWorld([...jobs, ...jobs]), { wrap })
  await advance(20)
  expect(await statuses(1, 2)).toBe('running success')
  expect(troubles.splice(0)).toEqual(['job 1: Error: the disk'])
})

test('when nothing is under way, nothing is written and little is asked', async () => {
  const questions = { read: 0, write: 0 }
  const wrap = (stores: Stores): Stores => ({
    ...stores,
    store: {
      read: (ask) => {
        questions.read++
        return stores.store.read(ask)
      },
      write: (change) => {
        questions.write++
        return stores.store.write(change)
      },
      close: () => stores.store.close(),
    },
  })
  const rest = ['success', 'failed', 'canceled', 'skipped', 'manual', 'waiting_for_callback', 'created'].map((status, index) => ({
    name: status,
    status,
    stage: `${index}`,
  }))
  const { advance } = await workshop(smallWorld(rest), { wrap })
  await advance(600)
  expect(questions.write).toBe(0)
  expect(questions.read / (600 * 4)).toBeLessThanOrEqual(3.1)
})
