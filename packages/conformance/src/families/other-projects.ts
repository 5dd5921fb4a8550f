import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectRefusal, expectStatus } from '../expectations.ts'
import type { FactId } from '../generated/facts.ts'
import { refusals } from '../refusals.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import type { ProjectKind } from '../target/session.ts'
import type { Target } from '../target/target.ts'

// Checks in projects that are open to more people, or to fewer, than the one that is looked into.

/** The same request in another project, with jobs of that project. */
async function exemplarIn(target: Target, id: OperationId, kind: ProjectKind) {
  const there = target.inProject(target.projectThatIs(kind))
  // A pipeline without trigger jobs will do: this is about who may ask.
  return { there, ...(await exemplar(there, id === 'listPipelineBridges' ? 'listPipelineJobs' : id)) }
}

/** In a project whose pipelines are for members, a guest may not read what a reporter may. */
export const forReporters = <Id extends OperationId>(id: Id, sources: readonly FactId[]): Check[] => [
  check(
    `${id}.as-guest`,
    'must',
    ['access-read-build', 'access-read-build-off', 'access-not-allowed', ...sources],
    'Where pipelines are not public, a guest is refused with 403, and a reporter is not.',
    async (target) => {
      const { there, parameters, how } = await exemplarIn(target, id, 'members')
      expectRefusal(await there.ask(id, parameters, { ...how, as: 'guest' }), 403, refusals.forbidden)
      expectStatus(await there.ask(id, parameters, { ...how, as: 'reporter' }), 200)
    },
  ),
  check(
    `${id}.as-guest-of-public-pipelines`,
    'must',
    ['access-read-build', ...sources],
    'Where pipelines are public, a guest may read them.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      expectStatus(await target.ask(id, parameters, { ...how, as: 'guest' }), 200)
    },
  ),
]

/** In a public project with public pipelines nobody need say who asks. */
export const forEverybody = <Id extends OperationId>(id: Id, sources: readonly FactId[]): Check[] => [
  check(
    `${id}.anonymous`,
    'must',
    ['authentication-optional', ...sources],
    'In a public project whose pipelines are public, nobody need say who asks.',
    async (target) => {
      const { there, parameters, how } = await exemplarIn(target, id, 'public')
      expectStatus(await there.ask(id, parameters, { ...how, as: null }), 200)
    },
  ),
  check(
    `${id}.anonymous-private`,
    'must',
    ['list-jobs-pipeline-private', 'errors-project-not-found'],
    'To somebody who does not say who asks, a private project does not exist.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      expectRefusal(await target.ask(id, parameters, { ...how, as: null }), 404, refusals.projectNotFound)
      expectStatus(await target.ask(id, parameters, how), 200)
    },
  ),
]
