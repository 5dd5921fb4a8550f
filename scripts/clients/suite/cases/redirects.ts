import { assert } from 'chai'
import { type Cases, type Context, rejection, textOf } from '../case.ts'
import { script } from '../script.ts'

const secret = 'must-not-travel'
const credentials = {
  token: { token: secret },
  jobToken: { jobToken: secret },
  oauth: { oauth: secret },
  function: { token: async () => secret },
}

/** Asks for an archive that is somewhere else, and gives back what arrived at both places. */
async function redirected(context: Context, to: 'home' | 'away', credential: (typeof credentials)[keyof typeof credentials], status = 302) {
  const moved = { status, headers: { Location: `{${to}}/store/artifacts.zip?signature=s` }, text: '' }
  // A browser that may not see where a redirect leads asks twice at the first place.
  const hidden = context.platform === 'browser' ? [moved] : []
  const { baseUrl, seen } = await script(context, moved, ...hidden, { text: 'PK' })
  const jobs = context.client.createJobsClient({ baseUrl, ...credential })
  const text = await textOf(await jobs.downloadJobArtifacts(1, 8))
  const all = await seen()
  const holdsSecret = (request: object | undefined) => JSON.stringify(request).includes(secret)
  return { text, last: all.at(-1), first: holdsSecret(all[0]), second: holdsSecret(all.at(-1)) }
}

const leaks = Object.entries(credentials).map(([name, credential]) => [
  `a redirect to another origin brings the file, and takes no credential along: ${name}`,
  async (context: Context) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { text, last, first, second } = await redirected(context, 'away', credential, status)
      assert.deepEqual({ status, text, first, second }, { status, text: 'PK', first: true, second: false })
      assert.deepEqual([last?.isAway, last?.path], [true, '/store/artifacts.zip?signature=s'])
    }
  },
])

export const redirects: Cases = {
  ...Object.fromEntries(leaks),
  'a redirect within the origin keeps the credential': async (context) => {
    const { text, last, second } = await redirected(context, 'home', credentials.token)
    assert.deepEqual([text, last?.isAway, second], ['PK', false, true])
  },
  'an action is not sent to a second address': async (context) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { baseUrl, seen } = await script(context, { status, headers: { Location: '{away}/store' }, text: '' })
      const jobs = context.client.createJobsClient({ baseUrl, token: secret })
      assert.instanceOf(await rejection(jobs.cancelJob(1, 8)), context.client.JobsApiError)
      assert.deepEqual(
        (await seen()).map(({ isAway }) => isAway),
        [false],
      )
    }
  },
}
