import { expect, test } from 'vitest'
import { openSandbox } from './sandbox.suite.ts'

const { sandbox } = await openSandbox()

// In time of the processor, which other programs on the machine disturb least.
test.each(['demo', 'ten-thousand-jobs'])('to begin anew in the world %s takes less than 5 ms', async (world) => {
  const universe = await sandbox.universe(`reset.${world}`)
  const times: number[] = []
  for (let round = 0; round < 25; round++) {
    const before = process.cpuUsage()
    await universe.reset()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  expect(times.toSorted((one, other) => one - other)[12]).toBeLessThan(5)
})
