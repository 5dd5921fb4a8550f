import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectHeader, expectSame, expectStatus, expectThat } from '../expectations.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import { isStored, succeeds } from './twin.ts'

/** Headers that HEAD repeats, if GET has them. */
const repeated = [
  'Content-Type',
  'Content-Disposition',
  'X-Page',
  'X-Per-Page',
  'X-Next-Page',
  'X-Prev-Page',
  'X-Total',
  'X-Total-Pages',
] as const

/** What holds of every GET. The answer may be another each time, because time passes in it. */
export function reading<Id extends OperationId>(id: Id, { changes = false } = {}): Check[] {
  const still = id.startsWith('list') && id !== 'listJobArtifactTree' ? { 'scope[]': ['success'] } : {}
  return [
    check(`${id}.head`, 'must', 'requests-head', 'HEAD is answered as GET is, without a body.', async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const get = await target.ask(id, parameters, how)
      const head = await target.ask(id, parameters, { ...how, method: 'HEAD' })
      expectStatus(get, 200)
      expectStatus(head, get.status)
      expectThat(head, head.bytes.length === 0, `expected no body, got ${head.bytes.length} bytes`)
      if (isStored(get) || isStored(head)) return
      for (const name of repeated) expectSame(head, `the header ${name}`, head.headers.get(name), get.headers.get(name))
    }),
    check(
      `${id}.not-modified`,
      'should',
      'requests-etag',
      'The answer has an ETag, and 304 without a body is all that comes if one has that already.',
      async (target) => {
        const { parameters, how } = await exemplar(target, id)
        const first = await succeeds(target, id, { parameters: still })
        // A store of files, to which one was redirected, has ways of its own.
        if (isStored(first)) return
        expectHeader(first, 'ETag', /^(W\/)?".+"$/)
        if (changes) return
        const tag = first.headers.get('ETag') ?? ''
        const again = await target.ask(id, { ...parameters, ...still }, { ...how, headers: { 'If-None-Match': tag } })
        expectStatus(again, 304)
        expectThat(again, again.bytes.length === 0, `expected no body, got ${again.bytes.length} bytes`)
        const other = await target.ask(id, { ...parameters, ...still }, { ...how, headers: { 'If-None-Match': '"something-else"' } })
        expectStatus(other, 200)
      },
    ),
    check(
      `${id}.security-headers`,
      'should',
      'requests-security-headers',
      'Browsers are told not to guess the type and not to show it in a frame of another page.',
      async (target) => {
        const answer = await succeeds(target, id)
        if (isStored(answer)) return
        expectHeader(answer, 'X-Content-Type-Options', /^nosniff$/i)
        expectHeader(answer, 'X-Frame-Options', /^SAMEORIGIN$/i)
      },
    ),
  ]
}
