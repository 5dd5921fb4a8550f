import { isDeepStrictEqual } from 'node:util'
import type { JobWriter } from '../../storage/job-store.ts'
import type { Pipeline, Project, Runner, User } from '../../storage/records.ts'
import type { Kind, Ledger } from './ledger.ts'
import { type PipelineOfSource, pipelineOf, shellOf, statusOf } from './records-of-source.ts'
import type { ShownPipeline } from './shown.ts'
import type { Source } from './source.ts'

interface Table<Row> {
  readonly kind: Kind
  readonly find: (id: number) => Promise<Row | undefined>
  readonly add: (row: Row) => Promise<unknown>
  readonly save: (row: Row) => Promise<unknown>
}

/** Writes records as they are in the source under their numbers here, and gives those back. What is the same already is left alone. */
export class Places {
  readonly #writer: JobWriter
  readonly #ledger: Ledger

  constructor(writer: JobWriter, ledger: Ledger) {
    this.#writer = writer
    this.#ledger = ledger
  }

  user(user: User): Promise<number> {
    const writer = this.#writer
    return this.#put(user, {
      kind: 'user',
      find: (id) => writer.user(id),
      add: (row) => writer.addUser(row),
      save: (row) => writer.saveUser(row),
    })
  }

  async runner(runner: Runner): Promise<number> {
    const writer = this.#writer
    const all = await writer.runners()
    return this.#put(
      runner,
      {
        kind: 'runner',
        find: async (id) => all.find((each) => each.id === id),
        add: (row) => writer.addRunner(row),
        save: (row) => writer.saveRunner(row),
      },
      // Jobs show it as it was when they were shown; what was seen last is true.
      (before, now) => (before.manager.contactedAt > now.manager.contactedAt ? { ...now, manager: before.manager } : now),
    )
  }

  project(project: Project, merge?: (before: Project, now: Project) => Project): Promise<number> {
    const writer = this.#writer
    return this.#put(
      project,
      {
        kind: 'project',
        find: (id) => writer.project(id),
        add: (row) => writer.addProject(row, []),
        save: (row) => writer.saveProject(row),
      },
      merge,
    )
  }

  /** `projectId` is its number here. */
  async pipeline(
    pipeline: PipelineOfSource,
    projectId: number,
    merge = (_before: Pipeline, now: PipelineOfSource) => now,
  ): Promise<number> {
    const { id: there, ...row } = pipeline
    const known = await this.#ledger.here(this.#writer, 'pipeline', there)
    if (known !== undefined) {
      const before = await this.#writer.pipeline(projectId, known)
      if (before === undefined) throw new Error(`pipeline ${known} was imported and is not there`)
      const now = { iid: before.iid, ...merge(before, pipeline), id: known, projectId }
      if (!isDeepStrictEqual(before, now)) await this.#writer.savePipeline(now)
      return known
    }
    const wanted = there + this.#ledger.shift
    const isTaken = await this.#writer.hasPipeline(wanted)
    const { id } = await this.#writer.addPipeline({ ...row, projectId, ...(isTaken ? {} : { id: wanted }) })
    await this.#ledger.remember(this.#writer, 'pipeline', there, id)
    return id
  }

  /** A pipeline that a trigger job started, of which no more is known than that, unless it is imported itself. */
  async downstream(shown: ShownPipeline, { project, externalUrl }: Source): Promise<number> {
    const projectThere = shown.project_id ?? project.id
    const path = (shown.web_url ?? '').replace(`${externalUrl}/`, '').replace(/\/-\/pipelines\/\d+$/, '')
    const isFree = path !== '' && (await this.#writer.projectByPath(path)) === undefined
    const shell = shellOf(projectThere, isFree ? path : `elsewhere/${projectThere + this.#ledger.shift}`)
    const projectId = await this.project(shell, (before) => before)
    const status = statusOf(shown.status)
    return this.pipeline(pipelineOf(shown, projectThere), projectId, (before, { updatedAt }) => ({ ...before, status, updatedAt }))
  }

  async #put<Row extends { readonly id: number }>(
    row: Row,
    { kind, find, add, save }: Table<Row>,
    merge = (_before: Row, now: Row) => now,
  ): Promise<number> {
    const known = await this.#ledger.here(this.#writer, kind, row.id)
    const id = known ?? row.id + this.#ledger.shift
    const before = await find(id)
    if (known === undefined && before !== undefined) throw new Error(`there is a ${kind} ${id} here already, which was not imported`)
    if (before === undefined) {
      await add({ ...row, id })
      await this.#ledger.remember(this.#writer, kind, row.id, id)
    } else {
      const now = { ...merge(before, { ...row, id }), id }
      if (!isDeepStrictEqual(before, now)) await save(now)
    }
    return id
  }
}
