import { setImmediate as soon } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobFilter, JobStore, JobWriter, Window } from './job-store.ts'
import { artifactRowPromises } from './job-store-artifacts.suite.ts'
import type { Job } from './records.ts'
import { ada, addOneOfEach, addPlaces, artifact, job, pipeline, project, token, variable } from './sample-records.suite.ts'

/** What every `JobStore` promises. `open` gives an empty one. */
export function jobStorePromises(name: string, open: () => Promise<JobStore>): void {
  describe(name, () => {
    let store: JobStore
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const numbers = (filter: Partial<JobFilter>, window: Partial<Window> = {}) =>
      store.read(async (reader) =>
        (await reader.jobs({ projectId: 1, kind: 'build', ...filter }, { limit: 100, ...window })).map(({ id }) => id),
      )

    describe('lists', () => {
      beforeEach(() => store.write(addJobs))

      test.each([
        [{ limit: 3 }, [9, 8, 7]],
        [{ limit: 3, offset: 3 }, [5, 4, 3]],
        [{ limit: 3, offset: 6 }, [2, 1]],
        [{ limit: 3, offset: 8 }, []],
        [{ limit: 3, before: 8 }, [7, 5, 4]],
        [{ limit: 3, before: 6 }, [5, 4, 3]],
        [{ limit: 2, before: 8, offset: 1 }, [5, 4]],
        [{ limit: 3, before: 1 }, []],
        [{ limit: 3, oldestFirst: true }, [1, 2, 3]],
        [{ limit: 3, oldestFirst: true, offset: 6 }, [8, 9]],
        [{ limit: 0 }, []],
      ])('window %o: %o', async (window, wanted) => {
        expect(await numbers({}, window)).toEqual(wanted)
      })

      const filters: [Partial<JobFilter>, number[]][] = [
        [{}, [9, 8, 7, 5, 4, 3, 2, 1]],
        [{ kind: 'bridge' }, [6]],
        [{ projectId: 2 }, [10]],
        [{ projectId: 3 }, []],
        [{ pipelineId: 11 }, [5, 4, 3, 2, 1]],
        [{ pipelineId: 12 }, [9, 8, 7]],
        [{ pipelineId: 21 }, []],
        [{ statuses: ['failed'] }, [8, 2]],
        [{ statuses: ['failed', 'running'] }, [9, 8, 2]],
        [{ statuses: ['failed', 'running', 'failed'] }, [9, 8, 2]],
        [{ statuses: ['scheduled'] }, []],
        [{ statuses: [] }, []],
        [{ ref: 'main' }, [5, 4, 3, 2, 1]],
        [{ ref: 'feature/x' }, [9, 8, 7]],
        [{ ref: 'feature' }, []],
        [{ ref: 'MAIN' }, []],
        [{ name: 'lint' }, [8, 2]],
        [{ name: 'li' }, []],
        [{ name: "o'hara" }, [4]],
        [{ name: 'LINT' }, []],
        [{ latestOnly: true }, [9, 8, 7, 5, 4, 3, 1]],
        [{ latestOnly: true, pipelineId: 11, name: 'lint' }, []],
        [{ ref: 'feature/x', statuses: ['failed', 'success'], name: 'lint' }, [8]],
      ]

      test.each(filters)('filter %o: %o', async (filter, wanted) => {
        expect(await numbers(filter)).toEqual(wanted)
        const whole: JobFilter = { projectId: 1, kind: 'build', ...filter }
        expect(await store.read((reader) => reader.countJobs(whole, 100)), 'counted').toBe(wanted.length)
      })

      test.each([
        [0, 0],
        [3, 3],
        [8, 8],
        [9, 8],
      ])('counts no further than %i', async (upTo, wanted) => {
        expect(await store.read((reader) => reader.countJobs({ projectId: 1, kind: 'build' }, upTo))).toBe(wanted)
      })

      test('a job is found by a filter as it was saved last', async () => {
        await store.write(async (writer) => {
          const job = await writer.job(2)
          if (job !== undefined) await writer.saveJob({ ...job, status: 'canceled', retried: false, name: 'polish' })
        })
        expect(await numbers({ statuses: ['failed'] })).toEqual([8])
        expect(await numbers({ statuses: ['canceled'] })).toEqual([2])
        expect(await numbers({ name: 'polish', latestOnly: true })).toEqual([2])
      })

      test('details come in the order asked for, with all that belongs to a job', async () => {
        await store.write(async (writer) => void (await writer.addArtifact(artifact(1, 'trace'), [])))
        const found = await store.read(async (reader) => {
          const jobs = [await reader.job(10), await reader.job(1), await reader.job(6)]
          return reader.details(jobs.filter((each) => each !== undefined))
        })
        const brief = found.map(({ job, project, pipeline, user, runner, artifacts, downstream }) => [
          ...[job.id, project.id, pipeline.id, user?.username, runner?.id],
          ...[artifacts.map(({ fileType }) => fileType), downstream?.pipeline.id, downstream?.project.id],
        ])
        expect(brief).toEqual([
          [10, 2, 21, undefined, undefined, [], undefined, undefined],
          [1, 1, 11, 'ada', 1, ['trace'], undefined, undefined],
          [6, 1, 11, 'ada', undefined, [], 21, 2],
        ])
      })

      test.each([
        [1, 'main', 5, [11]],
        [1, 'feature/x', 5, []],
        [2, 'main', 5, [23, 22, 21]],
        [2, 'main', 2, [23, 22]],
        [3, 'main', 5, []],
      ])('successful pipelines of project %i on %s, at most %i: %o', async (projectId, ref, limit, wanted) => {
        const found = await store.read((reader) => reader.successfulPipelines(projectId, ref, limit))
        expect(found.map(({ id }) => id)).toEqual(wanted)
      })

      test('a pipeline is found only in its own project, and as it was saved last', async () => {
        await store.write((writer) => writer.savePipeline({ ...pipeline(12, 1, 'feature/x'), status: 'success' }))
        const [own, foreign, successful] = await store.read(async (reader) => [
          await reader.pipeline(1, 12),
          await reader.pipeline(2, 12),
          await reader.successfulPipelines(1, 'feature/x', 1),
        ])
        expect([own?.status, foreign, successful.length]).toEqual(['success', undefined, 1])
      })
    })

    describe('numbers of jobs', () => {
      beforeEach(() => store.write(addPlaces))

      test('grow, and go on from the highest', async () => {
        const ids = await store.write(async (writer) => {
          const added = [await writer.addJob(job()), await writer.addJob({ ...job(), id: 40 }), await writer.addJob(job())]
          return added.map(({ id }) => id)
        })
        expect(ids).toEqual([1, 40, 41])
      })

      test('are given once, even at the same time', async () => {
        const adding = Array.from({ length: 20 }, () => store.write((writer) => writer.addJob(job())))
        const ids = (await Promise.all(adding)).map(({ id }) => id)
        expect(new Set(ids).size).toBe(20)
      })

      test('a job comes back as it was added', async () => {
        const added = await store.write((writer) => writer.addJob({ ...job(), tags: ['ü'], variables: [variable], coverage: 98.29 }))
        expect(await store.read((reader) => reader.job(added.id))).toEqual({
          ...job(),
          id: 1,
          tags: ['ü'],
          variables: [variable],
          coverage: 98.29,
        })
        expect(await store.read((reader) => reader.job(2))).toBeUndefined()
      })
    })

    describe('changes', () => {
      beforeEach(() => store.write(addPlaces))

      test('are undone, all of them, when one is rejected', async () => {
        await store.write(addOneOfEach)
        const change = store.write(async (writer) => {
          await writer.saveJob({ ...job(), id: 1, status: 'failed' })
          await writer.savePipeline({ ...pipeline(11, 1, 'main'), status: 'failed' })
          await writer.removeArtifacts([1])
          await writer.expireArtifacts([2], 5)
          await writer.addJob(job())
          await writer.addUser({ ...ada, id: 2 })
          await writer.addToken('other', token)
          await soon()
          throw new Error('changed my mind')
        })
        await expect(change).rejects.toThrow('changed my mind')
        const left = await store.read(async (reader) => ({
          job: (await reader.job(1))?.status,
          pipeline: (await reader.pipeline(1, 11))?.status,
          artifacts: (await reader.artifacts(1)).map(({ id, expireAt }) => [id, expireAt]),
          entry: (await reader.entry(1, 'a.txt'))?.size,
          jobs: await reader.countJobs({ projectId: 1, kind: 'build' }, 10),
          user: await reader.user(2),
          token: await reader.token('other'),
        }))
        const before = { job: 'success', pipeline: 'success', entry: 3, jobs: 1, user: undefined, token: undefined }
        expect(left).toEqual({
          ...before,
          artifacts: [
            [1, null],
            [2, null],
          ],
        })
      })

      test('go on after one that was rejected', async () => {
        await store.write(() => Promise.reject(new Error('no'))).catch(() => undefined)
        await store.write((writer) => writer.addJob(job()))
        expect(await numbers({})).toEqual([1])
      })

      test('are never seen half, neither before they end nor when they are undone', async () => {
        const seen: number[] = []
        const look = () => store.read(async (reader) => void seen.push(await reader.countJobs({ projectId: 1, kind: 'build' }, 10)))
        const add = (end: () => Promise<unknown>) =>
          store.write(async (writer) => {
            await writer.addJob(job())
            await soon()
            await writer.addJob(job())
            await end()
          })
        const good = add(soon)
        const bad = add(() => Promise.reject(new Error('no')))
        await Promise.all([look(), good, look(), bad.catch(() => undefined), look()])
        expect(seen.filter((count) => count % 2 !== 0)).toEqual([])
        expect(await numbers({})).toHaveLength(2)
      })

      test('are seen by the one who makes them', async () => {
        const counted = await store.write(async (writer) => {
          await writer.addJob(job())
          return writer.countJobs({ projectId: 1, kind: 'build' }, 10)
        })
        expect(counted).toBe(1)
      })

      test.each([
        ['job', (writer: JobWriter) => writer.job(1)],
        ['artifacts', (writer: JobWriter) => writer.artifacts(1)],
        ['pipeline', (writer: JobWriter) => writer.pipeline(1, 11)],
      ])('that ask for the same %s come one after the other', async (_, ask) => {
        await store.write(addOneOfEach)
        const count = () =>
          store.write(async (writer) => {
            await ask(writer)
            const now = await writer.job(1)
            await soon()
            if (now !== undefined) await writer.saveJob({ ...now, coverage: (now.coverage ?? 0) + 1 })
          })
        await Promise.all(Array.from({ length: 20 }, count))
        expect((await store.read((reader) => reader.job(1)))?.coverage).toBe(20)
      })

      test('a question sees one moment only', async () => {
        let change: Promise<unknown> = Promise.resolve()
        const [first, second] = await store.read(async (reader) => {
          const before = await reader.countJobs({ projectId: 1, kind: 'build' }, 10)
          change = store.write((writer) => writer.addJob(job()))
          await soon()
          return [before, await reader.countJobs({ projectId: 1, kind: 'build' }, 10)]
        })
        expect([first, second]).toEqual([0, 0])
        await change
        expect(await numbers({})).toEqual([1])
      })
    })

    describe('projects and people', () => {
      test('a store is empty until it has a project', async () => {
        expect(await store.read((reader) => reader.isEmpty())).toBe(true)
        await store.write(addPlaces)
        expect(await store.read((reader) => reader.isEmpty())).toBe(false)
      })

      test.each([
        ['team/app', 1],
        ['Team/APP', 1],
        ['team/tool', 2],
        ['team/old-app', undefined],
        ['team', undefined],
        ['team/app/', undefined],
        ['', undefined],
      ])('path %s: project %s', async (path, wanted) => {
        await store.write(addPlaces)
        expect((await store.read((reader) => reader.projectByPath(path)))?.id).toBe(wanted)
      })

      test.each([
        ['team/old-app', 1],
        ['TEAM/Old-App', 1],
        ['first/app', 1],
        ['team/app', undefined],
      ])('former path %s: project %s', async (path, wanted) => {
        await store.write(addPlaces)
        expect((await store.read((reader) => reader.movedProject(path)))?.id).toBe(wanted)
      })

      test('two projects cannot have one path, whatever the case of its letters', async () => {
        await store.write(addPlaces)
        await expect(store.write((writer) => writer.addProject({ ...project, id: 9, path: 'TEAM/app' }, []))).rejects.toThrow()
        expect(await store.read((reader) => reader.project(9))).toBeUndefined()
      })

      test('members have their level, everybody else none', async () => {
        await store.write(addPlaces)
        const levels = await store.read((reader) =>
          Promise.all([reader.accessLevel(1, 1), reader.accessLevel(2, 1), reader.accessLevel(1, 7)]),
        )
        expect(levels).toEqual([30, 0, 0])
      })

      test('a token is found by its whole hash, as it was added', async () => {
        await store.write(addPlaces)
        const found = await store.read((reader) => Promise.all([reader.token('hash'), reader.token('has'), reader.token('HASH')]))
        expect(found).toEqual([token, undefined, undefined])
      })

      test('records come back as they were added', async () => {
        await store.write(addPlaces)
        const found = await store.read((reader) => Promise.all([reader.user(1), reader.project(1), reader.pipeline(1, 11), reader.user(5)]))
        expect(found).toEqual([ada, project, { ...pipeline(11, 1, 'main'), status: 'success' }, undefined])
      })
    })

    artifactRowPromises(() => store)
  })
}

/** Jobs 1 to 5 of pipeline 11, with the trigger job 6; 7 to 9 of pipeline 12; 10 of the other project. */
async function addJobs(writer: JobWriter): Promise<void> {
  await addPlaces(writer)
  const rows: Partial<Job>[] = [
    { name: 'test', runnerId: 1 },
    { name: 'lint', status: 'failed', retried: true },
    { name: 'build' },
    { name: "o'hara" },
    { name: 'deploy', status: 'manual' },
    { name: 'lint', kind: 'bridge', status: 'failed', downstreamPipelineId: 21 },
    { name: 'test', pipelineId: 12 },
    { name: 'lint', pipelineId: 12, status: 'failed' },
    { name: 'build', pipelineId: 12, status: 'running' },
    { name: 'test', projectId: 2, pipelineId: 21, userId: null },
  ]
  for (const row of rows) await writer.addJob({ ...job(), ...row })
}
