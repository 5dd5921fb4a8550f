import { expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask } = demoWorld({ edition: '10.7' })

test('an older edition shows a user as it did', async () => {
  const { json } = await ask('GET /api/v4/user')
  expect(json).toMatchObject({ id: 2, username: 'dana' })
  expect(json).not.toHaveProperty('locked')
  expect((await ask('GET /projects/1')).json).toMatchObject({ id: 1, path_with_namespace: 'harbor/webshop' })
})
