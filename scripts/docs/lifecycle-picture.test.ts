import { after, type JobEvent, transitions } from '@jobs-api/lifecycle'
import { expect, test } from 'vitest'
import { arrows, lifecyclePicture, underWay } from './lifecycle-picture.ts'
import { statuses } from './states-section.ts'

test('the arrows are the transitions, each once', () => {
  const drawn = arrows().flatMap(({ from, to, event }) =>
    (from === 'underWay' ? underWay : [from]).map((each) => `${event}: ${each} ${to}`),
  )
  const events = Object.keys(transitions) as JobEvent[]
  const told = events.flatMap((event) =>
    statuses.flatMap((status) => {
      const to = after(event, status)
      return to === undefined ? [] : [`${event}: ${status} ${to}`]
    }),
  )
  expect(drawn.sort()).toEqual(told.sort())
})

test('the picture shows every status, says the same in words, and leaves colours to the page', async () => {
  const picture = await lifecyclePicture()
  expect(statuses).toHaveLength(13)
  for (const status of statuses) expect(picture).toContain(`>${status}</text>`)
  expect(picture).toContain('force cancel: canceling to canceled.')
  expect(picture).not.toMatch(/ (?:fill|stroke|style)="/)
})
