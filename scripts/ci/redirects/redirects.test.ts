import { setDefaultCACertificates } from 'node:tls'
import { createJobsClient, JobsApiError } from '@jobs-api/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificate } from './certificate.ts'
import { listenTwice } from './two-faced-server.ts'

// Each way in which a redirect can lead somewhere else, with each kind of credential, over real connections, with TLS where the
// address says so. A leak is a request to another origin with a credential anywhere in its first line or its headers.

const secret = 'must-not-travel'
const credentials = {
  token: { token: secret },
  jobToken: { jobToken: secret },
  oauth: { oauth: secret },
  function: { token: async () => secret },
}
const statuses = [301, 302, 303, 307, 308]
const schemes = ['http', 'https'] as const
type Scheme = (typeof schemes)[number]
const targets = ['same origin', 'other host', 'other port', 'other scheme', 'there and back'] as const
type Target = (typeof targets)[number]

/** Where redirects lead, one after the other; it is the first part of an address. */
interface Plan {
  readonly status: number
  readonly way: readonly string[]
}
const textOf = (plan: Plan): string => Buffer.from(JSON.stringify(plan)).toString('base64url')
const planOf = (url: string): Plan => JSON.parse(Buffer.from(url.split('/')[1] ?? '', 'base64url').toString())

interface Seen {
  readonly origin: string
  readonly text: string
}

let seen: Seen[] = []
let servers: Awaited<ReturnType<typeof listenTwice>>[] = []
beforeAll(async () => {
  const own = await certificate()
  setDefaultCACertificates([own.cert])
  const listen = () =>
    listenTwice(own, ({ method, url = '', headers, rawHeaders, socket }, response) => {
      seen.push({
        origin: `${'encrypted' in socket ? 'https' : 'http'}://${headers.host}`,
        text: [method, url, ...rawHeaders].join('\n'),
      })
      const { status, way } = planOf(url)
      const [next, ...others] = way
      if (next === undefined) response.writeHead(200, { 'Content-Type': 'application/json' }).end('[{"id":8}]')
      else response.writeHead(status, { Location: `${next}/${textOf({ status, way: others })}/moved` }).end()
    })
  servers = await Promise.all([listen(), listen()])
})
afterAll(() => Promise.all(servers.map((server) => server.stop())))

/** The origins that a redirect leads through, from a first one of that scheme. */
function wayTo(target: Target, scheme: Scheme): { home: string; way: string[] } {
  const [{ port }, other] = servers as [(typeof servers)[0], (typeof servers)[0]]
  const otherScheme = scheme === 'http' ? 'https' : 'http'
  const home = `${scheme}://127.0.0.1:${port}`
  const away = {
    'same origin': home,
    'other host': `${scheme}://localhost:${port}`,
    'other port': `${scheme}://127.0.0.1:${other.port}`,
    'other scheme': `${otherScheme}://127.0.0.1:${port}`,
  }
  return { home, way: target === 'there and back' ? [away['other port'], home] : [away[target]] }
}

const rows = schemes.flatMap((scheme) => statuses.flatMap((status) => targets.map((target) => ({ scheme, status, target }))))
const leaks = new Map<string, number[]>()

test.each(rows)('$status from $scheme to the $target', async ({ scheme, status, target }) => {
  const { home, way } = wayTo(target, scheme)
  for (const credential of Object.values(credentials)) {
    const options = { baseUrl: `${home}/${textOf({ status, way })}/api/v4`, ...credential }
    seen = []
    const jobs = await createJobsClient(options).listPipelineJobs(1, 6).all({ max: 1 })
    expect(jobs).toEqual([{ id: 8 }])
    expect(seen.map(({ origin }) => origin)).toEqual([home, ...way])
    expect(seen[0]?.text).toContain(secret)
    const carried = seen.slice(1).filter(({ text }) => text.includes(secret))
    count(`${scheme} ${status}`, target, carried.filter(({ origin }) => origin !== home).length)
    expect(carried.length).toBe(target === 'same origin' ? 1 : 0)

    seen = []
    const action = createJobsClient(options).cancelJob(1, 8)
    await expect(action).rejects.toBeInstanceOf(JobsApiError)
    await expect(action).rejects.toMatchObject({ kind: 'refused', status })
    expect(seen.map(({ origin }) => origin)).toEqual([home])
  }
})

function count(row: string, target: Target, found: number): void {
  const cells = leaks.get(row) ?? targets.map(() => 0)
  cells[targets.indexOf(target)] = (cells[targets.indexOf(target)] ?? 0) + found
  leaks.set(row, cells)
}

afterAll(() => {
  const line = (name: string, cells: readonly unknown[]) => name.padEnd(12) + cells.map((cell) => String(cell).padStart(16)).join('')
  const table = [...leaks].map(([name, cells]) => line(name, cells))
  console.log([`leaks of ${Object.keys(credentials).length} kinds of credential`, line('', targets), ...table].join('\n'))
})
