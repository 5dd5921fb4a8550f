import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, expectThat, rowOf } from '../expectations.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { refusals } from '../refusals.ts'
import { given } from '../surroundings/given.ts'
import { states } from '../surroundings/states.ts'

const id = 'getTokenJob'

export const getTokenJob: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...reading(id, { changes: true }),
  ...fitsContract(id, ['history-token-job', 'token-job-get']),
  check(
    `${id}.that-job`,
    'must',
    ['token-job-get', 'token-job-no-parameters', 'token-job-script-only'],
    'The answer is the job that the token belongs to, under way and with the members of any job.',
    async (target) => {
      const answer = await target.ask(id, {}, { as: 'job' })
      expectStatus(answer, 200)
      expectSame(answer, 'id', rowOf(answer).id, await given(target, states.tokenJob))
      expectThat(answer, ['running', 'canceling'].includes(String(rowOf(answer)['status'])), `got a job that is ${rowOf(answer)['status']}`)
    },
  ),
  check(
    `${id}.other-token`,
    'must',
    ['token-job-other-token', 'errors-resource-not-found'],
    'A token that belongs to no job is told that there is no such job.',
    async (target) => {
      expectRefusal(await target.ask(id), 404, refusals.tokenJobNotFound)
      expectStatus(await target.ask(id, {}, { as: 'job' }), 200)
    },
  ),
]
