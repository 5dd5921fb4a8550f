import type { Edition, OperationId } from '@jobs-api/contract'
import { Unsupported, Untestable } from '../outcomes.ts'
import type { Exchange } from './exchange.ts'
import type { How, Parameters } from './request.ts'
import { send } from './send.ts'
import { type Capability, type ProjectKind, projectKinds, type Session } from './session.ts'

/** The implementation under examination, as one check sees it. Requests are raw, so that no library can smooth over what it does. */
export interface Target {
  readonly edition: Edition
  readonly session: Session
  /** Sends a request of an operation, as a maintainer and about the project that is looked into unless told otherwise. */
  ask(id: OperationId, parameters?: Parameters, how?: How): Promise<Exchange>
  /** Another project, by what is special about it. */
  projectThatIs(kind: ProjectKind): string
  /** The same implementation, with another project to look into. */
  inProject(project: string): Target
  /** Whether a request of that operation can be made at all. */
  has(id: OperationId): boolean
}

/** Numbers that nothing has. */
export const missing = { job: 999_999_999, pipeline: 999_999_999, project: 999_999_999 } as const

export function createTarget(session: Session, exchanges: Exchange[] = []): Target {
  const { settings, contract } = session
  const heardHere: Session = {
    ...session,
    heard(exchange) {
      exchanges.push(exchange)
      session.heard(exchange)
    },
  }
  return {
    edition: contract.edition,
    session,
    ask: (id, parameters = {}, how = {}) => send(heardHere, id, parameters, how),
    projectThatIs(kind) {
      requireCapability(session, capabilityOf[kind])
      const project = settings.projects[kind]
      if (project === undefined) throw new Untestable(`needs ${projectKinds[kind]}: --project ${kind}=ID`)
      return project
    },
    inProject(project) {
      const around = session.elsewhere.get(project) ?? { known: new Map<string, Promise<unknown>>() }
      session.elsewhere.set(project, around)
      const there: Session = {
        ...session,
        ...around,
        settings: { ...settings, project, handed: {}, projects: withoutSame(settings.projects) },
      }
      return createTarget(there, exchanges)
    },
    has: (id) => contract.has(id),
  }
}

/** The other name of one project is none of another. */
const withoutSame = ({ same: _, ...others }: Session['settings']['projects']) => others

const capabilityOf: Readonly<Partial<Record<ProjectKind, Capability>>> = {
  public: 'public-projects',
  'public-members': 'public-projects',
  moved: 'moved-projects',
  refreshing: 'statistics-refresh',
}

export function requireCapability({ settings }: Session, capability: Capability | undefined): void {
  if (capability !== undefined && settings.unsupported.includes(capability)) throw new Unsupported(capability)
}
