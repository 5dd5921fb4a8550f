import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, test } from 'vitest'
import type { LogStore } from './log-store.ts'

/** What every `LogStore` promises. `open` gives an empty one. */
export function logStorePromises(name: string, open: () => Promise<LogStore>): void {
  describe(name, () => {
    let store: LogStore
    beforeEach(async () => {
      store = await open()
    })

    const append = (jobId: number, text: string) => store.append(jobId, Buffer.from(text))
    const whole = async (jobId: number) => {
      const log = await store.read(jobId)
      return log && (await buffer(log.open(0, log.size))).toString()
    }

    test('a log grows at its end, byte for byte', async () => {
      await append(8, '\u001b[32m✓\r\n')
      await append(8, 'done')
      expect(await whole(8)).toBe('\u001b[32m✓\r\ndone')
    })

    test('a job has no log before the first byte, and then its own', async () => {
      await append(8, 'eight')
      await append(1008, 'a thousand and eight')
      expect([await whole(8), await whole(9), await whole(1008)]).toEqual(['eight', undefined, 'a thousand and eight'])
    })

    test('a log may be empty', async () => {
      await append(8, '')
      expect((await store.read(8))?.size).toBe(0)
      expect(await whole(8)).toBe('')
    })

    test.each([
      [0, 4, '0123'],
      [4, 10, '456789'],
      [10, 10, ''],
    ])('from %i up to %i: "%s"', async (start, end, wanted) => {
      await append(8, '0123456789')
      const log = await store.read(8)
      expect(log && (await buffer(log.open(start, end))).toString()).toBe(wanted)
    })

    test('whoever has begun to read is not disturbed by what is appended', async () => {
      await append(8, 'half')
      const log = await store.read(8)
      await append(8, ' and half')
      expect(log && (await buffer(log.open(0, log.size))).toString()).toBe('half')
    })

    test('says when it changed last', async () => {
      const before = Date.now() - 1000
      await append(8, 'x')
      const { changedAt } = (await store.read(8)) ?? { changedAt: 0 }
      expect(changedAt).toBeGreaterThan(before)
      expect(changedAt).toBeLessThan(Date.now() + 1000)
    })

    test('what was removed is gone, the rest stays, and a new log begins from nothing', async () => {
      for (const id of [1, 2, 3]) await append(id, `log ${id}`)
      await store.remove([1, 3, 77])
      await store.remove([1])
      await append(3, 'again')
      expect([await whole(1), await whole(2), await whole(3)]).toEqual([undefined, 'log 2', 'again'])
    })
  })
}
