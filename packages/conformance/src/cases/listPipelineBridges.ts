import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, expectThat, isRow, numberedRowsOf } from '../expectations.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { onePipeline } from '../families/one-pipeline.ts'
import { oneProject } from '../families/one-project.ts'
import { forEverybody, forReporters } from '../families/other-projects.ts'
import { pages, totals } from '../families/pages.ts'
import { reading } from '../families/reading.ts'
import { scope } from '../families/scope.ts'
import { signIn } from '../families/sign-in.ts'
import { Untestable } from '../outcomes.ts'
import { refusals } from '../refusals.ts'
import { bridgesOf } from '../surroundings/bridges.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import { pipelineIdOf } from '../surroundings/look-around.ts'

const id = 'listPipelineBridges'
const membersOfJobs = ['artifacts', 'artifacts_file', 'artifacts_expire_at', 'runner', 'runner_manager', 'tag_list'] as const

export const listPipelineBridges: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...onePipeline(id),
  ...forEverybody(id, ['access-read-build']),
  ...forReporters(id, ['list-jobs-bridges-access']),
  ...scope(id, ['list-jobs-bridges-scope']),
  ...pages(id),
  ...totals(id),
  ...reading(id),
  ...fitsContract(id, ['history-bridges', 'bridge-members']),
  check(`${id}.newest-first`, 'must', 'list-jobs-bridges', 'The trigger jobs of a pipeline come newest first.', async (target) => {
    const { parameters, how } = await exemplar(target, id)
    const answer = await target.ask(id, { ...parameters, per_page: 100 }, how)
    expectStatus(answer, 200)
    const ids = numberedRowsOf(answer).map((bridge) => bridge.id)
    if (ids.length < 2) throw new Untestable('needs a pipeline with two trigger jobs')
    expectSame(
      answer,
      'the order of ids',
      ids,
      ids.toSorted((one, other) => other - one),
    )
  }),
  check(
    `${id}.of-that-pipeline`,
    'must',
    'list-jobs-bridges',
    'All trigger jobs listed belong to the pipeline that was asked about.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const answer = await target.ask(id, parameters, how)
      expectStatus(answer, 200)
      expectSame(answer, 'the pipelines', [...new Set(numberedRowsOf(answer).map(pipelineIdOf))], [parameters['pipeline_id']])
    },
  ),
  check(`${id}.no-job-members`, 'must', 'bridge-members', 'A trigger job has nothing about artifacts, runners or tags.', async (target) => {
    const { parameters, how } = await exemplar(target, id)
    const answer = await target.ask(id, parameters, how)
    expectStatus(answer, 200)
    const extra = membersOfJobs.filter((name) => numberedRowsOf(answer).some((bridge) => name in bridge))
    expectSame(answer, 'such members', extra, [])
  }),
  check(
    `${id}.downstream`,
    'must',
    ['bridge-downstream-pipeline', 'list-jobs-bridges'],
    'A trigger job that succeeded names the pipeline that it started.',
    async (target) => {
      const listed = (await bridgesOf(target)).find(({ bridge }) => bridge['status'] === 'success')
      if (listed === undefined) throw new Untestable('needs a trigger job that has succeeded')
      const answer = await target.ask(id, { pipeline_id: listed.pipeline_id, per_page: 100 })
      expectStatus(answer, 200)
      const downstream = numberedRowsOf(answer).find((each) => each.id === listed.bridge.id)?.['downstream_pipeline']
      expectThat(
        answer,
        isRow(downstream) && typeof downstream['id'] === 'number',
        `expected a downstream_pipeline of job ${listed.bridge.id}`,
      )
      expectThat(answer, isRow(downstream) && downstream['id'] !== listed.pipeline_id, 'expected it to be another pipeline than its own')
    },
  ),
  check(
    `${id}.downstream-null`,
    'must',
    'bridge-downstream-pipeline',
    'A trigger job that has not started one, or could not, says null.',
    async (target) => {
      const listed = (await bridgesOf(target)).find(({ bridge }) => bridge['status'] === 'manual' || isNotCreated(bridge['failure_reason']))
      if (listed === undefined) throw new Untestable('needs a manual trigger job, or one that could not create its pipeline')
      const answer = await target.ask(id, { pipeline_id: listed.pipeline_id, per_page: 100 })
      expectStatus(answer, 200)
      const found = numberedRowsOf(answer).find((each) => each.id === listed.bridge.id)
      expectSame(answer, `downstream_pipeline of job ${listed.bridge.id}`, found?.['downstream_pipeline'], null)
    },
  ),
  check(
    `${id}.nobody-may-read-jobs`,
    'must',
    'list-jobs-bridges-access',
    'In a public project whose pipelines are for members, others are refused with 403, where the list of jobs is only empty.',
    async (target) => {
      const there = target.inProject(target.projectThatIs('public-members'))
      const { parameters, how } = await exemplar(there, 'listPipelineJobs')
      expectRefusal(await there.ask(id, parameters, { ...how, as: null }), 403, refusals.forbidden)
      expectStatus(await there.ask(id, parameters, how), 200)
    },
  ),
]

const isNotCreated = (reason: unknown) => reason === 'downstream_pipeline_creation_failed'
