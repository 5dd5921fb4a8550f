import { allChecks, curlLine } from '@jobs-api/conformance'
import { expect, test } from 'vitest'
import { replaying } from '../conformance/by-curl.ts'
import { Bench, isCaught } from '../conformance/mutants/prove.ts'
import { mutants } from '../conformance/mutants/table.ts'
import { demoSettings } from '../conformance/reference.ts'

const every = 9
const sample = mutants.filter(({ edition }, index) => edition === 'current' && index % every === 0)
const secrets: readonly string[] = Object.values(demoSettings.tokens)

test('the printed lines show what is wrong, and no token', async () => {
  const bench = await Bench.start('current')
  const unlike: string[] = []
  for (const mutant of sample) {
    const checks = allChecks.filter(({ id }) => id === mutant.caughtBy)
    await bench.refresh()
    const [first] = await bench.examine(mutant, checks)
    const lines = (first?.exchanges ?? []).map((exchange) => curlLine(exchange, 'TOKEN')).join('\n')
    expect(secrets.filter((token) => lines.includes(token) || first?.reason.includes(token))).toEqual([])
    await bench.refresh()
    const { send, replayed } = replaying(first?.exchanges ?? [])
    const [again] = await bench.examine(mutant, checks, send)
    if (again === undefined || !isCaught(again) || replayed() === 0) unlike.push(`${mutant.id}: ${again?.outcome} ${again?.reason}`)
  }
  await bench.stop()
  expect(sample.length).toBeGreaterThan(100)
  expect(unlike.length, unlike.join('\n')).toBeLessThanOrEqual(sample.length * 0.02)
}, 1_200_000)
