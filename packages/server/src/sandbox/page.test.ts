import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { openSandbox } from './sandbox.suite.ts'

const { sandbox } = await openSandbox()
const answer = await sandbox.fetch('/')
const html = await answer.text()

test('it is a page that may fetch nothing but from here, and shows every world', () => {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; connect-src 'self'; img-src data:; script-src 'sha256-/,
  )
  for (const { name, title } of catalogue) expect(html).toContain(`<b>${title}</b> <code>${name}</code>`)
})

test('nothing was left unfilled, and what worlds say cannot become part of the page', () => {
  expect(html).not.toMatch(/<!-- \w+ -->/)
  expect(html).toContain('?scope[]=failed')
  expect(html).not.toMatch(/<code>[^<]*<(?!\/code>)/)
})
