import { expect, test } from 'vitest'
import { ada } from '../storage/sample-records.suite.ts'
import { userView } from './user.ts'

const view = (changes: Partial<typeof ada>) => userView({ ...ada, ...changes }, { externalUrl: 'https://ci.example.com' })

test.each([
  [null, null, null],
  ['Engineer', null, 'Engineer'],
  [null, 'Harbor', 'Harbor'],
  ['Engineer', 'Harbor', 'Engineer at Harbor'],
])('%s, %s: %s', (jobTitle, organization, work_information) => {
  expect(view({ jobTitle, organization })).toMatchObject({ work_information, job_title: jobTitle, organization })
})

test('a user has an address, and nothing that depends on who is asking', () => {
  const user = view({})
  expect(user).toMatchObject({ username: 'ada', web_url: 'https://ci.example.com/ada', created_at: '1970-01-01T00:00:00.000Z' })
  expect(Object.keys(user).filter((name) => /follow|email$/.test(name))).toEqual(['public_email'])
})
