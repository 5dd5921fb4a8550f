import { type OperationId, operations } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, expectThat } from '../expectations.ts'
import { refusals } from '../refusals.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import { numberOfProject, pathOfProject } from '../surroundings/projects.ts'
import { missing, type Target } from '../target/target.ts'
import { refuses, succeeds, successOf } from './twin.ts'

/** How the project of an address is found, or is not. */
export function oneProject(id: OperationId): Check[] {
  return [
    check(
      `${id}.missing-project`,
      'must',
      ['errors-project-not-found', 'errors-resource-not-found'],
      'A project that does not exist is refused with 404, and it is the project that is missing.',
      (target) => refuses(target, id, { how: { project: missing.project } }, 404, refusals.projectNotFound),
    ),
    check(
      `${id}.hidden-project`,
      'must',
      'errors-project-not-found',
      'To somebody who may not see a private project it does not exist.',
      (target) => refuses(target, id, { how: { as: 'stranger' } }, 404, refusals.projectNotFound),
    ),
    check(
      `${id}.project-path`,
      'must',
      'requests-project-id',
      'A project is found by its full path, with %2F for each slash.',
      async (target) => {
        await succeeds(target, id, { how: { project: await pathOfProject(placeOf(target, id)) } })
      },
    ),
    check(
      `${id}.project-number`,
      'must',
      ['requests-project-id', 'requests-project-id-digits'],
      'A project is found by its number.',
      async (target) => {
        await succeeds(target, id, { how: { project: await numberOfProject(placeOf(target, id)) } })
      },
    ),
    operations[id].method === 'get' ? movedProject(id) : movedProjectNoAction(id),
  ]
}

/** The project that a good request is about. */
const placeOf = (target: Target, id: OperationId) =>
  id === 'deleteProjectArtifacts' ? target.inProject(target.projectThatIs('expendable')) : target

const movedProject = (id: OperationId) =>
  check(
    `${id}.moved-project`,
    'must',
    'requests-moved-project',
    'Asked by a path that the project had before, the answer is 301 to the same address with the number of the project.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const answer = await target.ask(id, parameters, { ...how, project: target.projectThatIs('moved') })
      expectStatus(answer, 301)
      const wanted = new URL((await target.ask(id, parameters, { ...how, project: await numberOfProject(target) })).url)
      const { pathname } = new URL(answer.headers.get('Location') ?? '', answer.url)
      expectSame(answer, 'the path of Location', decodeURIComponent(pathname), decodeURIComponent(wanted.pathname))
      expectThat(answer, /moved permanently/i.test(answer.text), `expected a sentence that says so, got ${answer.text}`)
    },
  )

const movedProjectNoAction = (id: OperationId) =>
  check(
    `${id}.moved-project`,
    'must',
    'requests-moved-project-write',
    'By a path that the project had before nothing can be changed: 405.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      expectRefusal(await target.ask(id, parameters, { ...how, project: target.projectThatIs('moved') }), 405, refusals.movedProject)
      expectStatus(await target.ask(id, parameters, how), successOf(target, id))
    },
  )
