import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobStore } from './job-store.ts'
import type { Artifact, InHand, Job, Plan } from './records.ts'
import { artifact, job, pipeline, project, runner } from './sample-records.suite.ts'

const inHand: InHand = { status: 'running', since: 5, logFrom: 0 }
const plan: Plan = { duration: 5, lines: ['ü'], retry: { outcome: 'success' } }

/** What every `JobStore` promises to whoever makes jobs go on. `open` gives an empty one. */
export function jobsUnderWayPromises(name: string, open: () => Promise<JobStore>): void {
  describe(`${name}: jobs under way`, () => {
    let store: JobStore
    beforeEach(async () => {
      store = await open()
      await store.write(async (writer) => {
        for (const id of [1, 2]) await writer.addProject({ ...project, id, path: `team/${id}` }, [])
        await writer.addPipeline(pipeline(11, 1, 'main'))
        await writer.addPipeline({ ...pipeline(21, 2, 'main'), iid: 7 })
      })
    })
    afterEach(() => store.close())

    const addJobs = (rows: readonly Partial<Job>[]) =>
      store.write(async (writer) => {
        for (const row of rows) await writer.addJob({ ...job(), ...row })
      })

    test.each([
      [['pending'], [2, 4, 5]],
      [
        ['pending', 'running'],
        [1, 2, 4, 5],
      ],
      [['created'], [5]],
      [[], [5]],
    ] as [Job['status'][], number[]][])('%o in all projects and what is in hand: %o', async (statuses, wanted) => {
      await addJobs([
        { status: 'running' },
        { status: 'pending', retried: true },
        { status: 'success' },
        { status: 'pending', kind: 'bridge', projectId: 2, pipelineId: 21 },
        { status: 'canceled', inHand },
      ])
      expect((await store.read((reader) => reader.underWay(statuses))).map(({ id }) => id)).toEqual(wanted)
    })

    test('what is let go of is no longer in hand, and a plan comes back as it was', async () => {
      await addJobs([{ status: 'canceled', inHand, plan }])
      const [held] = await store.read((reader) => reader.underWay([]))
      expect([held?.plan, held?.inHand]).toEqual([plan, inHand])
      await store.write(async (writer) => held && writer.saveJob({ ...held, inHand: null }))
      expect(await store.read((reader) => reader.underWay([]))).toEqual([])
    })

    test('a pipeline without numbers gets the next ones, the iid in its own project', async () => {
      const { id: _, iid: __, ...fresh } = pipeline(0, 2, 'main')
      const added = await store.write(async (writer) => [await writer.addPipeline(fresh), await writer.addPipeline(fresh)])
      expect(added.map(({ id, iid }) => [id, iid])).toEqual([
        [22, 8],
        [23, 9],
      ])
      expect(await store.read((reader) => reader.pipeline(2, 22))).toEqual(added[0])
    })

    test.each([
      [2, 'main', 23],
      [2, 'feature', 22],
      [2, 'none', undefined],
      [1, 'feature', undefined],
    ])('newest pipeline of project %i on %s: %s', async (projectId, ref, wanted) => {
      await store.write(async (writer) => {
        for (const branch of ['feature', 'main']) {
          const { id: _, iid: __, ...fresh } = pipeline(0, 2, branch)
          await writer.addPipeline(fresh)
        }
      })
      expect((await store.read((reader) => reader.newestPipeline(projectId, ref)))?.id).toBe(wanted)
    })

    test('runners are there as they were saved last', async () => {
      await store.write(async (writer) => {
        for (const id of [2, 1]) await writer.addRunner({ ...runner, id })
        await writer.saveRunner({ ...runner, id: 2, tags: ['arm64'] })
      })
      expect((await store.read((reader) => reader.runners())).map(({ id, tags }) => [id, tags])).toEqual([
        [1, []],
        [2, ['arm64']],
      ])
    })

    const expiries: readonly Artifact['expireAt'][] = [null, 30, 10, 20, 10]
    test.each([
      [9, 5, []],
      [10, 5, [3, 5]],
      [25, 5, [3, 5, 4]],
      [100, 2, [3, 5]],
    ])('artifacts whose time is over at %i, at most %i: %o', async (at, limit, wanted) => {
      await addJobs([{}])
      await store.write(async (writer) => {
        for (const expireAt of expiries) await writer.addArtifact({ ...artifact(1, 'archive'), expireAt }, [])
      })
      expect((await store.read((reader) => reader.expiredArtifacts(at, limit))).map(({ id }) => id)).toEqual(wanted)
    })
  })
}
