import type { JobReader, JobWriter } from '../job-store.ts'
import type { Project, Runner, Token, User } from '../records.ts'
import type { Database } from './database.ts'

type Reader = Pick<JobReader, 'token' | 'user' | 'project' | 'projectByPath' | 'movedProject' | 'accessLevel' | 'isEmpty' | 'runners'>
type Writer = Pick<JobWriter, 'addUser' | 'saveUser' | 'addRunner' | 'saveRunner' | 'addProject' | 'saveProject' | 'addMember' | 'addToken'>

export const projectReader = (database: Database): Reader => ({
  token: async (hash) => database.record<Token>('select data from tokens where hash = $hash', { hash }),
  user: async (id) => database.record<User>('select data from users where id = $id', { id }),
  project: async (id) => database.record<Project>('select data from projects where id = $id', { id }),
  projectByPath: async (path) => database.record<Project>('select data from projects where path = $path', { path }),
  movedProject: async (path) =>
    database.record<Project>('select p.data from former_paths f join projects p on p.id = f.project_id where f.path = $path', { path }),
  accessLevel: async (project, user) =>
    database.number('select level from members where project_id = $project and user_id = $user', { project, user }),
  isEmpty: async () => database.number('select count(*) from projects') === 0,
  runners: async () => database.records<Runner>('select data from runners order by id'),
})

export const projectWriter = (database: Database): Writer => {
  const add = (table: 'users' | 'runners', record: User | Runner) =>
    database.run(`insert into ${table} (id, data) values ($id, $data)`, { id: record.id, data: JSON.stringify(record) })
  const save = (table: 'users' | 'runners', record: User | Runner) =>
    database.run(`update ${table} set data = $data where id = $id`, { id: record.id, data: JSON.stringify(record) })
  return {
    addUser: async (user) => void add('users', user),
    saveUser: async (user) => void save('users', user),
    addRunner: async (runner) => void add('runners', runner),
    saveRunner: async (runner) => void save('runners', runner),
    addProject: async (project, formerPaths) => {
      database.run('insert into projects (id, path, data) values ($id, $path, $data)', {
        id: project.id,
        path: project.path,
        data: JSON.stringify(project),
      })
      for (const path of formerPaths)
        database.run('insert into former_paths (path, project_id) values ($path, $id)', { path, id: project.id })
    },
    saveProject: async (project) =>
      void database.run('update projects set path = $path, data = $data where id = $id', {
        id: project.id,
        path: project.path,
        data: JSON.stringify(project),
      }),
    addMember: async (project, user, level) =>
      void database.run('insert into members (project_id, user_id, level) values ($project, $user, $level)', { project, user, level }),
    addToken: async (hash, token) =>
      void database.run('insert into tokens (hash, data) values ($hash, $data)', { hash, data: JSON.stringify(token) }),
  }
}
