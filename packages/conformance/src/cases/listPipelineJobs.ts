import { type Check, check } from '../check.ts'
import { expectSame, expectStatus, expectThat, numberedRowsOf } from '../expectations.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { onePipeline } from '../families/one-pipeline.ts'
import { oneProject } from '../families/one-project.ts'
import { forEverybody } from '../families/other-projects.ts'
import { pages, totals } from '../families/pages.ts'
import { reading } from '../families/reading.ts'
import { scope } from '../families/scope.ts'
import { signIn } from '../families/sign-in.ts'
import { Untestable } from '../outcomes.ts'
import { bridgesOf } from '../surroundings/bridges.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import { pipelineIdOf } from '../surroundings/look-around.ts'
import { retriedInProject } from '../surroundings/retried.ts'
import type { Exchange } from '../target/exchange.ts'
import type { Parameters } from '../target/request.ts'
import type { Target } from '../target/target.ts'

const id = 'listPipelineJobs'

export const listPipelineJobs: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...onePipeline(id),
  ...forEverybody(id, ['list-jobs-pipeline-access', 'access-read-pipeline']),
  ...scope(id, ['requests-scope-array']),
  ...pages(id),
  ...totals(id),
  ...reading(id),
  ...fitsContract(id, ['history-first-operations', 'job-id']),
  check(
    `${id}.newest-first`,
    'must',
    ['list-jobs-pipeline-order', 'history-pipeline-jobs-order'],
    'The jobs of a pipeline come newest first.',
    async (target) => {
      const { ids, answer } = await listed(target)
      expectSame(
        answer,
        'the order of ids',
        ids,
        ids.toSorted((one, other) => other - one),
      )
    },
    { from: '17.x' },
  ),
  check(
    `${id}.oldest-first`,
    'must',
    'history-pipeline-jobs-order',
    'The jobs of a pipeline come oldest first, as they did before 13.5.',
    async (target) => {
      const { ids, answer } = await listed(target)
      expectSame(
        answer,
        'the order of ids',
        ids,
        ids.toSorted((one, other) => one - other),
      )
    },
    { until: '13.2' },
  ),
  check(
    `${id}.of-that-pipeline`,
    'must',
    ['list-jobs-pipeline-child', 'history-child-pipelines'],
    'All jobs listed belong to the pipeline that was asked about.',
    async (target) => {
      const { parameters } = await exemplar(target, id)
      const { answer } = await listed(target)
      const pipelines = new Set(numberedRowsOf(answer).map(pipelineIdOf))
      expectSame(answer, 'the pipelines of the jobs', [...pipelines], [parameters['pipeline_id']])
    },
  ),
  check(
    `${id}.retried-hidden`,
    'must',
    ['list-jobs-pipeline-latest', 'history-include-retried'],
    'A job that was retried is left out, unless include_retried is given.',
    async (target) => {
      const { pipeline_id, replaced } = await retriedInProject(target)
      const all = await listed(target, { pipeline_id, include_retried: true })
      expectThat(all.answer, all.ids.includes(replaced), `expected job ${replaced}, which was retried, to be listed`)
      for (const more of [{}, { include_retried: false }]) {
        const { ids, answer } = await listed(target, { pipeline_id, ...more })
        expectThat(answer, !ids.includes(replaced), `expected job ${replaced}, which was retried, to be left out`)
      }
    },
    { from: '17.x' },
  ),
  check(
    `${id}.retried-shown`,
    'must',
    'history-pipeline-jobs-order',
    'Every attempt of a job that was retried is listed, as it was before 13.5.',
    async (target) => {
      const { pipeline_id, replaced } = await retriedInProject(target)
      const { ids, answer } = await listed(target, { pipeline_id })
      expectThat(answer, ids.includes(replaced), `expected job ${replaced}, which was retried, to be listed`)
    },
    { until: '13.2' },
  ),
  check(
    `${id}.no-trigger-jobs`,
    'must',
    'list-jobs-pipeline-created',
    'Trigger jobs are not listed; they have a list of their own.',
    async (target) => {
      const [listedBridge] = await bridgesOf(target)
      if (listedBridge === undefined) throw new Untestable('needs a trigger job')
      const { ids, answer } = await listed(target, { pipeline_id: listedBridge.pipeline_id })
      expectThat(answer, !ids.includes(listedBridge.bridge.id), `expected trigger job ${listedBridge.bridge.id} to be left out`)
    },
    { from: '13.2' },
  ),
  check(`${id}.no-ref`, 'must', 'list-jobs-pipeline-no-ref', 'There is no filter by ref; one that is given is ignored.', async (target) => {
    const { ids } = await listed(target)
    const { ids: same, answer } = await listed(target, { ref: 'no/such/branch' })
    expectSame(answer, 'the jobs', same, ids)
  }),
  check(
    `${id}.nobody-may-read-jobs`,
    'must',
    ['list-jobs-pipeline-no-read-build', 'access-read-pipeline'],
    'In a public project whose pipelines are for members, everybody may read the pipeline, and its list of jobs is empty.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('public-members'))
      const { parameters, how } = await exemplar(there, id)
      const answer = await there.ask(id, parameters, { ...how, as: null })
      expectStatus(answer, 200)
      expectSame(answer, 'the list', numberedRowsOf(answer), [])
      const full = await there.ask(id, parameters, how)
      expectStatus(full, 200)
      expectThat(full, numberedRowsOf(full).length > 0, 'expected a maintainer to see the jobs')
    },
  ),
  check(
    `${id}.as-guest`,
    'must',
    ['list-jobs-pipeline-access', 'access-read-pipeline'],
    'Where pipelines are not public, a guest of a private project is refused with 403.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('members'))
      const { parameters, how } = await exemplar(there, id)
      expectStatus(await there.ask(id, parameters, { ...how, as: 'guest' }), 403)
      expectStatus(await there.ask(id, parameters, { ...how, as: 'reporter' }), 200)
    },
  ),
]

async function listed(target: Target, more: Parameters = {}): Promise<{ ids: readonly number[]; answer: Exchange }> {
  const { parameters, how } = await exemplar(target, id)
  const unknown = 'ref' in more ? { wrong: true as const } : {}
  const answer = await target.ask(id, { ...parameters, per_page: 100, ...more }, { ...how, ...unknown })
  expectStatus(answer, 200)
  return { ids: numberedRowsOf(answer).map((job) => job.id), answer }
}
