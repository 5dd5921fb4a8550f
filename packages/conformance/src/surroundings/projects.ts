import { isRow } from '../expectations.ts'
import { Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'
import { jobsOf } from './look-around.ts'

// A project is named to the kit by its number or by its path; the other name is told by its jobs, or by `--project same=`.

export async function numberOfProject(target: Target): Promise<string> {
  const { project, projects } = target.session.settings
  const given = [project, projects.same ?? ''].find((name) => /^\d+$/.test(name))
  if (given !== undefined) return given
  const [job] = await jobsOf(target)
  const number = isRow(job?.['pipeline']) ? job['pipeline']['project_id'] : undefined
  if (typeof number === 'number') return String(number)
  throw new Untestable(`needs the number of ${project}: --project same=NUMBER`)
}

export async function pathOfProject(target: Target): Promise<string> {
  const { project, projects } = target.session.settings
  const given = [project, projects.same ?? ''].find((name) => name.includes('/'))
  if (given !== undefined) return given
  const [job] = await jobsOf(target)
  const path = /^https?:\/\/[^/]+\/(.+)\/-\/jobs\/\d+$/.exec(String(job?.['web_url']))?.[1]
  if (path !== undefined) return path
  throw new Untestable(`needs the path of ${project}: --project same=PATH`)
}
