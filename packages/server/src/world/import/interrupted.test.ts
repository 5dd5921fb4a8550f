import { expect, test } from 'vitest'
import { readable } from './readable.suite.ts'
import { freshFolder, importOf, proxyTo, runImport, serving, withAll } from './servers.suite.ts'

const olga = 'demo-olga-personal'

test('an import that breaks off anywhere goes on there, and downloads nothing twice', { timeout: 120_000 }, async () => {
  const source = await serving(freshFolder())
  let left = Number.POSITIVE_INFINITY
  const proxy = await proxyTo(source.url, (request, response) => {
    if (--left >= 0) return false
    // As when the token is taken away: the client does not try again, so no time is lost.
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"401 Unauthorized"}')
    return request.method !== ''
  })
  const data = freshFolder()
  const run = () => runImport([...importOf(proxy.url, 'harbor/webshop', data), ...withAll])
  let runs = 0
  let token = ''
  for (let code = 1; code === 1; runs++) {
    left = 7 + ((runs * 5) % 11)
    const ran = await run()
    code = ran.code
    if (code === 1) expect(ran.complained).toContain('The same command goes on from where it stopped.')
    if (runs > 0) expect(ran.complained).toContain('Going on with the import that began at')
    token = ran.token
  }
  expect(runs).toBeGreaterThan(4)
  left = Number.POSITIVE_INFINITY
  const copy = await serving(data, '--world=none')
  expect(await readable(copy.url, token, 1)).toEqual(await readable(source.url, olga, 1))
  // Of the pipeline in which it stopped the lists are read again; what is downloaded is downloaded once, but for what was just on its way.
  const archives = proxy.requests.filter((request) => /\/artifacts$/.test(request) && !request.includes('/36/'))
  expect(archives.length).toBeLessThanOrEqual(new Set(archives).size + 4 * runs)
})
