/** The bodies that the adversarial server answers with, in the shape of the contract's `Job`. */
export type Body = Readonly<Record<string, unknown>>

export const jobNumber = 42

export function sampleJob(id = jobNumber, changes: Body = {}): Body {
  return {
    id,
    status: 'success',
    stage: 'test',
    name: `test ${id}`,
    ref: 'main',
    tag: false,
    coverage: 98.5,
    allow_failure: false,
    created_at: '2026-03-01T10:00:00.000Z',
    started_at: '2026-03-01T10:00:03.000Z',
    finished_at: '2026-03-01T10:02:00.000Z',
    erased_at: null,
    duration: 117,
    queued_duration: 3,
    user: { id: 2, username: 'ann', name: 'Ann', state: 'active', avatar_url: null, web_url: 'http://127.0.0.1/ann' },
    commit: { id: 'be0c4be0c4be0c4be0c4be0c4be0c4be0c4be0c4', short_id: 'be0c4be0', title: 'Begin', message: 'Begin' },
    pipeline: { id: 7, iid: 1, project_id: 1, sha: 'be0c4be0c4be0c4be0c4be0c4be0c4be0c4be0c4', ref: 'main', status: 'success' },
    web_url: `http://127.0.0.1/group/app/-/jobs/${id}`,
    project: { ci_job_token_scope_enabled: false },
    artifacts: [],
    runner: null,
    artifacts_expire_at: null,
    archived: false,
    tag_list: [],
    ...changes,
  }
}
