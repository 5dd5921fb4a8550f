import { operations } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import type { Project } from '../storage/records.ts'
import { project as plainProject } from '../storage/sample-records.suite.ts'
import { type Ability, abilities, may, mayOnRef, type Standing, type Subject } from './abilities.ts'

/** Everybody who may ask, those who may least first. Whoever comes later in this list may do whatever those before may. */
const everybody = ['nobody', 'stranger', 'guest', 'planner', 'reporter', 'security_manager', 'developer', 'maintainer', 'owner'] as const
type Who = (typeof everybody)[number]
const levels: Readonly<Record<Who, number>> = {
  ...{ nobody: 0, stranger: 0, guest: 10, planner: 15, reporter: 20, security_manager: 25, developer: 30, maintainer: 40, owner: 50 },
}

const standing = (who: Who, project: Project): Standing => ({ project, level: levels[who], userId: who === 'nobody' ? undefined : 7 })
const plain: Subject = { archived: false, debug: false, userId: 1, environment: null, ref: 'main', archiveAccess: 'public' }

/** The first in the list who may, or `-`; and that everybody behind may, too. */
function first(ability: Ability, project: Project, job?: Subject): Who | '-' {
  const allowed = everybody.filter((who) => may(ability, standing(who, project), job))
  expect(allowed).toEqual(everybody.slice(everybody.length - allowed.length))
  return allowed[0] ?? '-'
}

/** The rows of a table without its heading. */
const rows = <First extends string>(text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/ +/) as [First, ...string[]])

describe('reading', () => {
  const archive = (archiveAccess: string | undefined) => ({ ...plain, archiveAccess })
  const questions = {
    read_project: ['read_project', plain],
    read_pipeline: ['read_pipeline', plain],
    read_build: ['read_build', plain],
    log: ['read_build_trace', plain],
    'debug-log': ['read_build_trace', { ...plain, debug: true }],
    'public-archive': ['read_job_artifacts', archive('public')],
    'no-archive': ['read_job_artifacts', archive(undefined)],
    'private-archive': ['read_job_artifacts', archive('private')],
    'maintainer-archive': ['read_job_artifacts', archive('maintainer')],
    'sealed-archive': ['read_job_artifacts', archive('none')],
    'odd-archive': ['read_job_artifacts', archive('friends')],
  } as const satisfies Record<string, readonly [Ability, Subject]>

  const places = ['private on', 'private off', 'internal on', 'internal off', 'public on', 'public off'] as const

  // From whom on, by visibility, and by whether pipelines are public.
  test.each(
    rows<keyof typeof questions>(`
      what                private-on  private-off internal-on internal-off public-on  public-off
      read_project        guest       guest       stranger    stranger     nobody     nobody
      read_pipeline       guest       reporter    stranger    reporter     nobody     nobody
      read_build          guest       reporter    stranger    reporter     nobody     reporter
      log                 guest       reporter    stranger    reporter     nobody     reporter
      debug-log           developer   developer   developer   developer    developer  developer
      public-archive      guest       reporter    stranger    reporter     nobody     reporter
      no-archive          guest       reporter    stranger    reporter     nobody     reporter
      private-archive     developer   developer   developer   developer    developer  developer
      maintainer-archive  maintainer  maintainer  maintainer  maintainer   maintainer maintainer
      sealed-archive      -           -           -           -            -          -
      odd-archive         -           -           -           -            -          -`),
  )('%s: from %s, %s, %s, %s, %s, %s on', (what, ...wanted) => {
    const [ability, job] = questions[what]
    const found = places.map((place) => {
      const [visibility, pipelines] = place.split(' ') as [Project['visibility'], string]
      return first(ability, { ...plainProject, visibility, publicPipelines: pipelines === 'on' }, job)
    })
    expect(found).toEqual(wanted)
  })
})

describe('acting', () => {
  const guarded: Project = {
    ...plainProject,
    protectedRefs: [
      { ref: 'main', push: 'maintainer' },
      { ref: 'next', push: 'developer' },
    ],
  }
  const jobs = {
    plain,
    archived: { ...plain, archived: true },
    own: { ...plain, userId: 7 },
    'of-nobody': { ...plain, userId: null },
  } as const

  test.each(
    rows<Ability>(`
      what                    plain      archived    own        of-nobody
      cancel_build            developer  -           developer  developer
      retry_job               developer  -           developer  developer
      play_job                developer  -           developer  developer
      keep_job_artifacts      developer  -           developer  developer
      erase_build             maintainer -           developer  maintainer
      force_cancel_build      maintainer maintainer  maintainer maintainer
      delete_job_artifact     maintainer maintainer  maintainer maintainer
      set_pipeline_variables  developer  developer   developer  developer`),
  )('%s: from %s on; archived: %s; own: %s; of nobody: %s', (ability, ...wanted) => {
    expect(Object.values(jobs).map((job) => first(ability, plainProject, job))).toEqual(wanted)
  })

  test.each(
    rows<Ability>(`
      what                 maintainers-push developers-push anybody-pushes
      cancel_build         maintainer       developer       developer
      retry_job            maintainer       developer       developer
      play_job             maintainer       developer       developer
      keep_job_artifacts   maintainer       developer       developer
      erase_build          maintainer       maintainer      developer
      delete_job_artifact  maintainer       maintainer      maintainer`),
  )('%s of an own job on a protected ref: from %s on, %s where Developers may push, elsewhere %s', (ability, ...wanted) => {
    const own = { ...plain, userId: 7 }
    expect(['main', 'next', 'feature/x'].map((ref) => first(ability, guarded, { ...own, ref }))).toEqual(wanted)
  })

  test.each(['cancel_build', 'retry_job', 'play_job', 'keep_job_artifacts', 'erase_build', 'delete_job_artifact'] as const)(
    '%s does not come with seeing a public project',
    (ability) => {
      expect(['maintainer', 'developer']).toContain(first(ability, { ...plainProject, visibility: 'public' }, plain))
    },
  )

  test.each(
    rows<Ability>(`
      what                 production staging    nowhere
      cancel_build         maintainer developer  developer
      retry_job            maintainer developer  developer
      play_job             maintainer developer  developer
      keep_job_artifacts   maintainer developer  developer
      delete_job_artifact  maintainer maintainer maintainer`),
  )('%s of a job that deploys to a protected environment: from %s on, to an open one %s, to none %s', (ability, ...wanted) => {
    const project: Project = { ...plainProject, protectedEnvironments: [{ slug: 'production', deploy: 'maintainer', users: [] }] }
    const environments = [{ slug: 'production', tier: 'production' }, { slug: 'staging', tier: 'staging' }, null]
    expect(environments.map((environment) => first(ability, project, { ...plain, environment }))).toEqual(wanted)
  })

  // Everybody here has the number 7, but for nobody.
  test.each([
    ['somebody else', null, [8], '-'],
    ['them', null, [8, 7], 'developer'],
    ['Maintainers, or somebody else', 'maintainer', [8], 'maintainer'],
    ['Maintainers, or them', 'maintainer', [7], 'developer'],
  ] as const)('playing a job whose environment is protected for %s', (_, deploy, users, wanted) => {
    const project: Project = { ...plainProject, protectedEnvironments: [{ slug: 'production', deploy, users }] }
    expect(first('play_job', project, { ...plain, environment: { slug: 'production', tier: 'production' } })).toBe(wanted)
  })

  test.each(['developer', 'maintainer', 'owner'] as const)('variables may be set from %s on, where the project says so', (role) => {
    expect(first('set_pipeline_variables', { ...plainProject, pipelineVariablesRole: role })).toBe(role)
  })
})

test.each(['create_pipeline', 'update_pipeline'] as const)('%s: Developers, and on a protected ref whoever may push there', (ability) => {
  const project: Project = { ...plainProject, protectedRefs: [{ ref: 'stable', push: 'maintainer' }] }
  const allowed = (ref: string) => everybody.filter((who) => mayOnRef(ability, standing(who, project), ref))
  expect(allowed('main')).toEqual(['developer', 'maintainer', 'owner'])
  expect(allowed('stable')).toEqual(['maintainer', 'owner'])
})

test('every ability that the contract names has a rule', () => {
  const named = new Set(Object.values(operations).map(({ ability }) => ability as string))
  named.delete('none')
  expect([...named].filter((ability) => !(ability in abilities))).toEqual([])
  expect(named.size).toBeGreaterThan(5)
})
