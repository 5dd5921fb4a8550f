import { answering, type Row, rowOf, withRow } from '../changes.ts'
import { type Behaviour, fault, type Sketch } from '../mutant.ts'

const changed = (change: (row: Row) => Row): Behaviour =>
  answering((asked, { status }) => asked.operation === 'getAllowedAgents' && status === 200, withRow(change))

export const getAllowedAgents: readonly Sketch[] = [
  fault(
    'behaviour',
    'another job',
    'getAllowedAgents.that-job',
    changed((agents) => ({ ...agents, job: { id: 30 } })),
  ),
  fault(
    'shape',
    'the bare number of the job',
    'getAllowedAgents.that-job',
    changed((agents) => ({ ...agents, job: 14 })),
  ),
  fault(
    'behaviour',
    'another pipeline',
    'getAllowedAgents.that-job',
    changed((agents) => ({ ...agents, pipeline: { id: 6 } })),
  ),
  fault(
    'behaviour',
    'another project',
    'getAllowedAgents.project',
    changed((agents) => ({ ...agents, project: { ...rowOf(agents['project']), id: 2 } })),
  ),
  fault(
    'behaviour',
    'no groups',
    'getAllowedAgents.project',
    changed((agents) => ({ ...agents, project: { ...rowOf(agents['project']), groups: [] } })),
  ),
  fault(
    'behaviour',
    'only the highest role',
    'getAllowedAgents.roles',
    changed((agents) => ({ ...agents, user: { ...rowOf(agents['user']), roles_in_project: ['developer'] } })),
  ),
  fault(
    'shape',
    'an environment without a slug',
    'getAllowedAgents.environment',
    changed((agents) => ({ ...agents, environment: { tier: 'staging' } })),
  ),
]
