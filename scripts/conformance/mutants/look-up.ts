import { type OperationId, operations } from '@jobs-api/contract'
import { alone, answering, as, both, instead, jsonAnswer, to, withJson, withStatus, withToken, withUrl } from './changes.ts'
import { type Answered, type Asked, type Behaviour, fault, type Sketch } from './mutant.ts'

// Derived from what an address names: a project, a job or a pipeline that is found though it should not be, or not found.

const nobody = '999999999'
const maintainer = 'demo-mia-personal'
const projectOf = ({ url }: Asked) => /^\/projects\/([^/]+)/.exec(url.pathname)?.[1] ?? ''
const swapProject = (other: string) => withUrl((address) => address.replace(/^\/projects\/[^/]+/, `/projects/${other}`))
const inProject = (name: string) => (asked: Asked) => projectOf(asked) === name
const message = (status: number, text: string) =>
  answering(
    (_, answered) => answered.status === status,
    withJson(() => ({ message: text })),
  )
const acts = (id: OperationId) => operations[id].method !== 'get'
const elsewhere = (id: OperationId) => (id === 'deleteProjectArtifacts' ? 'harbor%2Fledger' : 'harbor%2Fwebshop')

/** The same fault for one operation only. */
const only =
  (id: OperationId, behave: Behaviour): Behaviour =>
  (asked, forward) =>
    asked.operation === id ? behave(asked, forward) : forward(asked)

export function oneProject(id: OperationId): Sketch[] {
  const former = inProject('harbor%2Fshop')
  const byPath = (asked: Asked) => projectOf(asked) === elsewhere(id)
  return [
    fault(
      'refusal',
      'missing project is that of somebody else',
      `${id}.missing-project`,
      instead(both(to(id), inProject(nobody)), swapProject(elsewhere(id))),
    ),
    fault('refusal', 'missing project in other words', `${id}.missing-project`, only(id, message(404, '404 Not Found'))),
    fault('access', 'strangers may', `${id}.hidden-project`, instead(both(to(id), as('demo-sam-personal')), withToken(maintainer))),
    fault(
      'access',
      'strangers are told that the project is there',
      `${id}.hidden-project`,
      alone(both(to(id), as('demo-sam-personal')), () => jsonAnswer(403, { message: '403 Forbidden' })),
    ),
    {
      id: 'no paths of projects',
      kind: 'refusal',
      caughtBy: `${id}.project-path`,
      ...(id === 'deleteProjectArtifacts' ? {} : { project: 'number' as const }),
      behave: alone(both(to(id), byPath), () => jsonAnswer(404, { message: '404 Project Not Found' })),
    },
    fault(
      'refusal',
      'no numbers of projects',
      `${id}.project-number`,
      alone(
        both(to(id), (asked) => /^[1-9]$/.test(projectOf(asked))),
        () => jsonAnswer(404, { message: '404 Project Not Found' }),
      ),
    ),
    fault(
      'refusal',
      'former paths are forgotten',
      `${id}.moved-project`,
      alone(both(to(id), former), () => jsonAnswer(404, { message: '404 Project Not Found' })),
    ),
    acts(id)
      ? fault('refusal', 'former paths still act', `${id}.moved-project`, instead(both(to(id), former), swapProject('1')))
      : fault(
          'headers',
          'former paths lead back to themselves',
          `${id}.moved-project`,
          answering(
            (asked, { status }) => asked.operation === id && status === 301,
            (answered, asked) => ({ ...answered, headers: { ...answered.headers, location: `/api/v4${asked.url.pathname}` } }),
          ),
        ),
  ]
}

export function oneJob(id: OperationId): Sketch[] {
  const missing = both(to(id), ({ url }) => url.pathname.includes(`/jobs/${nobody}`))
  const invalid = both(to(id), ({ url }) => url.pathname.includes('/jobs/eight'))
  const elsewhereToo = both(to(id), inProject('harbor%2Fconsole'))
  return [
    fault('refusal', 'a missing job is another one', `${id}.missing-job`, pretending(id, missing)),
    fault('refusal', 'a missing job in other words', `${id}.missing-job`, only(id, message(404, '404 Job Not Found'))),
    fault(
      'refusal',
      'a missing job is 400',
      `${id}.missing-job`,
      answering((asked, { status }) => missing(asked) && status === 404, withStatus(400)),
    ),
    fault('access', 'jobs of any project are found', `${id}.foreign-job`, instead(elsewhereToo, swapProject('1'))),
    fault(
      'refusal',
      'an invalid job_id is only not found',
      `${id}.invalid-job-id`,
      alone(invalid, () => jsonAnswer(404, { message: '404 Not found' })),
    ),
    fault(
      'refusal',
      'an invalid job_id is not named',
      `${id}.invalid-job-id`,
      alone(invalid, () => jsonAnswer(400, { error: 'a parameter is invalid' })),
    ),
  ]
}

/** Answers as if it had found something, and leaves everything alone. */
const pretending = (id: OperationId, when: (asked: Asked) => boolean): Behaviour =>
  alone(
    when,
    (): Answered =>
      operations[id].success === 204 ? { status: 204, headers: {}, body: Buffer.alloc(0) } : jsonAnswer(operations[id].success, { id: 8 }),
  )

/** The bridge that a request is about has a number that no job has; the right server says 404 to it. */
export const noTriggerJob = (id: OperationId): Sketch[] => [
  fault(
    'refusal',
    'trigger jobs are found',
    `${id}.trigger-job`,
    answering(
      (asked, { status }) => asked.operation === id && status === 404 && !asked.url.pathname.includes(nobody),
      () => jsonAnswer(operations[id].success === 204 ? 200 : operations[id].success, { id: 12 }),
    ),
  ),
]

export function onePipeline(id: OperationId): Sketch[] {
  const missing = both(to(id), ({ url }) => url.pathname.includes(`/pipelines/${nobody}`))
  const invalid = both(to(id), ({ url }) => url.pathname.includes('/pipelines/six'))
  return [
    fault(
      'refusal',
      'a missing pipeline is empty',
      `${id}.missing-pipeline`,
      alone(missing, () => jsonAnswer(200, [])),
    ),
    fault('refusal', 'a missing pipeline in other words', `${id}.missing-pipeline`, only(id, message(404, '404 Not Found'))),
    fault(
      'access',
      'pipelines of any project are found',
      `${id}.foreign-pipeline`,
      instead(both(to(id), inProject('harbor%2Fconsole')), swapProject('1')),
    ),
    fault(
      'refusal',
      'an invalid pipeline_id is only not found',
      `${id}.invalid-pipeline-id`,
      alone(invalid, () => jsonAnswer(404, { message: '404 Not found' })),
    ),
  ]
}
