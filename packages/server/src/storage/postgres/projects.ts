import type { JobReader, JobWriter } from '../job-store.ts'
import type { Project, Runner, Token, User } from '../records.ts'
import type { Session } from './session.ts'

type Reader = Pick<JobReader, 'token' | 'user' | 'project' | 'projectByPath' | 'movedProject' | 'accessLevel' | 'isEmpty' | 'runners'>
type Writer = Pick<JobWriter, 'addUser' | 'saveUser' | 'addRunner' | 'saveRunner' | 'addProject' | 'saveProject' | 'addMember' | 'addToken'>

export const projectReader = (session: Session): Reader => ({
  token: (hash) => session.record<Token>('select data from tokens where hash = $1', [hash]),
  user: (id) => session.record<User>('select data from users where id = $1', [id]),
  project: (id) => session.record<Project>('select data from projects where id = $1', [id]),
  projectByPath: (path) => session.record<Project>('select data from projects where lower(path) = lower($1 collate "C")', [path]),
  movedProject: (path) =>
    session.record<Project>(
      'select p.data from former_paths f join projects p on p.id = f.project_id where lower(f.path) = lower($1 collate "C")',
      [path],
    ),
  accessLevel: (project, user) => session.number('select level from members where project_id = $1 and user_id = $2', [project, user]),
  isEmpty: async () => (await session.number('select count(*) from (select from projects limit 1) as any_project')) === 0,
  runners: () => session.records<Runner>('select data from runners order by id'),
})

export const projectWriter = (session: Session): Writer => ({
  addUser: (user) => add(session, 'users', user),
  saveUser: (user) => save(session, 'users', user),
  addRunner: (runner) => add(session, 'runners', runner),
  saveRunner: (runner) => save(session, 'runners', runner),
  addProject: async (project, formerPaths) => {
    await session.run('insert into projects (id, path, data) values ($1, $2, $3)', [project.id, project.path, JSON.stringify(project)])
    for (const path of formerPaths) await session.run('insert into former_paths (path, project_id) values ($1, $2)', [path, project.id])
  },
  saveProject: async (project) =>
    void (await session.run('update projects set path = $2, data = $3 where id = $1', [project.id, project.path, JSON.stringify(project)])),
  addMember: async (project, user, level) =>
    void (await session.run('insert into members (project_id, user_id, level) values ($1, $2, $3)', [project, user, level])),
  addToken: async (hash, token) =>
    void (await session.run('insert into tokens (hash, data) values ($1, $2)', [hash, JSON.stringify(token)])),
})

async function add(session: Session, table: 'users' | 'runners', record: User | Runner): Promise<void> {
  await session.run(`insert into ${table} (id, data) values ($1, $2)`, [record.id, JSON.stringify(record)])
}

async function save(session: Session, table: 'users' | 'runners', record: User | Runner): Promise<void> {
  await session.run(`update ${table} set data = $2 where id = $1`, [record.id, JSON.stringify(record)])
}
