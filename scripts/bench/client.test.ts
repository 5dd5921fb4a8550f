import { expect, test } from 'vitest'
import { clientTable, resultsOf } from './client.ts'
import type { ErrandSample } from './client-load.ts'

const round = (...samples: readonly (readonly [client: string, time: number, cpu: number])[]): ReadonlyMap<string, ErrandSample> =>
  new Map(samples.map(([client, time, cpu]) => [client, { time, cpu }]))

test('each client is held against bare fetch in the same round', () => {
  const rounds = [
    round(['bare fetch', 0.1, 100], ['@jobs-api/client', 0.12, 130]),
    round(['bare fetch', 1, 400], ['@jobs-api/client', 1.1, 440]), // a busy machine
    round(['bare fetch', 0.2, 200], ['@jobs-api/client', 0.26, 240]),
  ]
  const ours = resultsOf('job', rounds).find(({ client }) => client === '@jobs-api/client')
  expect(ours?.ratios.map(({ time, cpu }) => [time.toFixed(2), cpu.toFixed(2)])).toEqual([
    ['1.20', '1.30'],
    ['1.10', '1.10'],
    ['1.30', '1.20'],
  ])
  const [, , line] = clientTable(ours === undefined ? [] : [ours]).split('\n')
  expect(line).toBe('| read one job | @jobs-api/client | 260 µs | 1.20 (1.20–1.30) | 1.20 (1.20–1.30) |')
})
