import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Turns } from './turns.ts'

/** What the `Turns` of servers that share their stores promise. `open` gives those of two servers. */
export function turnPromises(name: string, open: () => Promise<readonly [Turns, Turns]>): void {
  describe(name, () => {
    test('work of one name is done one after the other, whoever does it', async () => {
      const servers = await open()
      let [at, most, done] = [0, 0, 0]
      const work = async () => {
        most = Math.max(most, ++at)
        await pause(5)
        at--
        done++
      }
      await Promise.all(Array.from({ length: 10 }, (_, index) => servers[index % 2 === 0 ? 0 : 1].inTurn('counting', work)))
      expect([most, done]).toEqual([1, 10])
    })

    test('what one is at, another leaves alone, but not other work', async () => {
      const [one, other] = await open()
      const said: string[] = []
      await one.unlessTaken('sweeping', async () => {
        await other.unlessTaken('sweeping', async () => void said.push('the same'))
        await other.unlessTaken('counting', async () => void said.push('something else'))
      })
      await other.unlessTaken('sweeping', async () => void said.push('afterwards'))
      expect(said).toEqual(['something else', 'afterwards'])
    })

    test('work that fails does not keep others from theirs, and says why', async () => {
      const [one, other] = await open()
      await expect(one.inTurn('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
      expect(await other.inTurn('failing', async () => 'done')).toBe('done')
    })
  })
}
