import { expect, test } from 'vitest'
import { cancelsGracefully, fits, holdsResource } from './runners.ts'

const runner = { paused: false, tags: ['linux', 'docker'], runUntagged: true, limit: 1 }

test.each([
  ['no tag', {}, [], true],
  ['one of its tags', {}, ['docker'], true],
  ['all of its tags', {}, ['docker', 'linux'], true],
  ['one that it lacks', {}, ['linux', 'arm64'], false],
  ['no tag, though it wants one', { runUntagged: false }, [], false],
  ['its tag, which it wants', { runUntagged: false }, ['linux'], true],
  ['anything while it is paused', { paused: true }, [], false],
])('a job that asks for %s', (_, changes, tags, wanted) => {
  expect(fits({ ...runner, ...changes }, tags)).toBe(wanted)
})

test.each([
  ['16.9.2', false],
  ['16.10.0', true],
  ['15.11.0', false],
  ['18.4.0', true],
  ['', false],
])('runner %s stops gracefully: %s', (version, wanted) => {
  expect(cancelsGracefully(version)).toBe(wanted)
})

test.each([
  ['waiting_for_resource', false],
  ['preparing', true],
  ['running', true],
  ['canceling', true],
  ['success', false],
] as const)('a %s job holds its resource group: %s', (status, wanted) => {
  expect(holdsResource(status)).toBe(wanted)
})
