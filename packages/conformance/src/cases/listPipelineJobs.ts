import { expectHeader, expectRefusal, expectStatus, expectThat, numberedRowsOf } from '../answer.ts'
import type { Case } from '../case.ts'
import { pipelineOf } from '../pipelines.ts'
import { missing } from '../target.ts'
import { Untestable } from '../verdicts.ts'

export const listPipelineJobs: readonly Case<'listPipelineJobs'>[] = [
  {
    id: 'listPipelineJobs.totals',
    level: 'must',
    source: 'pagination-pipeline-lists-totals',
    sentence: 'The list of a pipeline tells how many jobs there are.',
    async run(target) {
      const pipeline = pipelineOf(await target.findJob('any job', ''))
      const answer = await target.request(`${target.project}/pipelines/${pipeline}/jobs?per_page=1`)
      expectStatus(answer, 200)
      for (const name of ['X-Total', 'X-Total-Pages']) expectHeader(answer, name, /^[1-9]\d*$/)
    },
  },
  {
    id: 'listPipelineJobs.retried-hidden',
    level: 'must',
    source: 'list-jobs-pipeline-latest',
    sentence: 'A job that was retried is left out, unless include_retried is given.',
    async run(target) {
      const pipelines = new Set<number>()
      const newest = await target.request(`${target.project}/jobs?per_page=100`)
      for (const job of numberedRowsOf(newest)) pipelines.add(pipelineOf(job))
      for (const pipeline of pipelines) {
        const path = `${target.project}/pipelines/${pipeline}/jobs?per_page=100`
        const [all, latest] = [await target.request(`${path}&include_retried=true`), await target.request(path)]
        const twice = numberedRowsOf(all).filter((job, index, list) => list.slice(0, index).some(({ name }) => name === job['name']))
        if (twice.length === 0) continue
        const shown = numberedRowsOf(latest).filter(({ id }) => twice.some((old) => old.id === id))
        return expectThat(latest, shown.length === 0, `expected the older attempts ${twice.map(({ id }) => id)} to be left out`)
      }
      throw new Untestable('needs a pipeline with a job that was retried')
    },
  },
  {
    id: 'listPipelineJobs.missing-pipeline',
    level: 'must',
    source: 'list-jobs-pipeline-missing',
    sentence: 'A pipeline that does not exist is refused with 404.',
    async run({ project, request }) {
      expectRefusal(await request(`${project}/pipelines/${missing.pipeline}/jobs`), 404, { message: '404 Not found' })
    },
  },
]
