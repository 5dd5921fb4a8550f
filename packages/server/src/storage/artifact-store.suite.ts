import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ArtifactStore } from './artifact-store.ts'

/** What every `ArtifactStore` promises. `open` gives an empty one. */
export function artifactStorePromises(name: string, open: () => Promise<ArtifactStore>): void {
  describe(name, () => {
    let store: ArtifactStore
    beforeEach(async () => {
      store = await open()
    })

    const put = (key: string, text: string) => store.put(key, Readable.from([Buffer.from(text)]))
    const whole = async (key: string) => {
      const bytes = await store.read(key)
      return bytes && (await buffer(bytes.open(0, bytes.size))).toString()
    }

    test('what was put is read, with its size and its digest', async () => {
      const sha256 = createHash('sha256').update('anchors').digest('hex')
      expect(await put('0/8/archive.zip', 'anchors')).toEqual({ size: 7, sha256 })
      expect((await store.read('0/8/archive.zip'))?.size).toBe(7)
      expect(await whole('0/8/archive.zip')).toBe('anchors')
    })

    test('many chunks arrive in their order', async () => {
      const chunks = Array.from({ length: 300 }, (_, index) => Buffer.alloc(1000, index % 251))
      const { size } = await store.put('a/big', Readable.from(chunks))
      const bytes = await store.read('a/big')
      expect(size).toBe(300_000)
      expect(bytes && (await buffer(bytes.open(0, size))).equals(Buffer.concat(chunks))).toBe(true)
    })

    test('nothing at all can be put', async () => {
      expect((await store.put('a/empty', Readable.from([]))).size).toBe(0)
      expect(await whole('a/empty')).toBe('')
    })

    test.each([
      [0, 10, '0123456789'],
      [0, 1, '0'],
      [3, 7, '3456'],
      [9, 10, '9'],
      [4, 4, ''],
      [10, 10, ''],
    ])('from %i up to %i: "%s"', async (start, end, wanted) => {
      await put('a/digits', '0123456789')
      const bytes = await store.read('a/digits')
      expect(bytes && (await buffer(bytes.open(start, end))).toString()).toBe(wanted)
    })

    test('what is put twice is what was put last', async () => {
      await put('a/b', 'longer than the second')
      await put('a/b', 'short')
      expect(await whole('a/b')).toBe('short')
    })

    test('what is put twice at the same time is one of the two, whole', async () => {
      const slowly = async function* (text: string) {
        for (const letter of text) {
          await new Promise((done) => setTimeout(done, 1))
          yield Buffer.from(letter)
        }
      }
      const results = await Promise.allSettled([
        store.put('a/b', Readable.from(slowly('oneoneone'))),
        store.put('a/b', Readable.from(slowly('other'))),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
      expect(['oneoneone', 'other']).toContain(await whole('a/b'))
    })

    test('a stream that breaks leaves nothing', async () => {
      await expect(store.put('a/b', broken())).rejects.toThrow('the cable')
      expect(await store.read('a/b')).toBeUndefined()
    })

    test('a stream that breaks leaves what was there', async () => {
      await put('a/b', 'before')
      await expect(store.put('a/b', broken())).rejects.toThrow('the cable')
      expect(await whole('a/b')).toBe('before')
    })

    test('what was never put is not there, nor is a part of a key', async () => {
      await put('a/b/c', 'x')
      expect(await Promise.all(['a/b/d', 'b', 'a/b'].map((key) => store.read(key)))).toEqual([undefined, undefined, undefined])
    })

    test('what was removed is gone, the rest stays, and removing it again is no error', async () => {
      for (const key of ['a/1', 'a/2', 'a/3']) await put(key, key)
      await store.remove(['a/1', 'a/3', 'a/4'])
      await store.remove(['a/1'])
      await store.remove([])
      expect(await Promise.all(['a/1', 'a/2', 'a/3'].map(whole))).toEqual([undefined, 'a/2', undefined])
    })

    test.each([
      '',
      '/',
      '/a',
      'a/',
      'a//b',
      '..',
      '../a',
      'a/../b',
      'a/..',
      '.a',
      'a/.b',
      'a\0b',
      'a\\b',
      'a b',
      'a\n',
      'ä',
      'a%2Fb',
      'C:/a',
    ])('the key %j is refused', async (key) => {
      await expect(put(key, 'x')).rejects.toThrow('not a key')
      await expect(store.read(key)).rejects.toThrow('not a key')
      await expect(store.remove([key])).rejects.toThrow('not a key')
    })
  })
}

function broken(): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('the cable')
    })(),
  )
}
