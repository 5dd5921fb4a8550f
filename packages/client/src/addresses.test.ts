import { describe, expect, test } from 'vitest'
import { fillPath, wireQuery } from './addresses.ts'

describe('a path', () => {
  const file = '/projects/{id}/jobs/{job_id}/artifacts/{+artifact_path}'
  const ofRef = '/projects/{id}/jobs/artifacts/{+ref_name}/raw/{+artifact_path}'
  test.each([
    ['numbers', '/projects/{id}/jobs/{job_id}', { id: 1, job_id: 8 }, '/projects/1/jobs/8'],
    ['a project by its path', '/projects/{id}/jobs', { id: 'harbor/webshop' }, '/projects/harbor%2Fwebshop/jobs'],
    [
      'a file in folders',
      file,
      { id: 1, job_id: 8, artifact_path: 'coverage/index.html' },
      '/projects/1/jobs/8/artifacts/coverage/index.html',
    ],
    [
      'an awkward file',
      file,
      { id: 1, job_id: 8, artifact_path: 'a b/{c}/#1?%.txt' },
      '/projects/1/jobs/8/artifacts/a%20b/%7Bc%7D/%231%3F%25.txt',
    ],
    [
      'a branch with a slash',
      ofRef,
      { id: 1, ref_name: 'feature/x', artifact_path: 'a/b' },
      '/projects/1/jobs/artifacts/feature/x/raw/a/b',
    ],
    [
      'a folder called raw',
      ofRef,
      { id: 1, ref_name: 'main', artifact_path: 'raw/raw/b' },
      '/projects/1/jobs/artifacts/main/raw/raw%2Fraw%2Fb',
    ],
  ])('with %s', (_, template, parameters, want) => {
    expect(fillPath(template, parameters)).toBe(want)
  })

  test('does not climb', () => {
    expect(() => fillPath(file, { id: 1, job_id: 8, artifact_path: '../trace' })).toThrow('../trace would leave its place')
  })
})

describe('a query', () => {
  test.each([
    ['a list', { scope: ['failed', 'success'] }, { 'scope[]': ['failed', 'success'] }],
    ['one value of a list', { scope: 'failed' }, { scope: 'failed' }],
    ['a number', { page: 2 }, { page: 2 }],
  ])('with %s', (_, query, want) => {
    expect(wireQuery(query)).toEqual(want)
  })
})
