import { describe, expect, test } from 'vitest'
import { fillPath, spellQuery } from './addresses.ts'

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
    ['a list', { scope: ['failed', 'success'] }, 'scope[]=failed&scope[]=success'],
    ['one value of a list', { scope: 'failed' }, 'scope=failed'],
    ['a number and a boolean', { page: 2, recursive: true }, 'page=2&recursive=true'],
    ['what must be encoded', { path: 'a b&c=ü', job: 'test 1/2' }, 'path=a%20b%26c%3D%C3%BC&job=test%201%2F2'],
    ['nothing in it', { scope: [], ref: undefined }, ''],
  ])('with %s', (_, query, want) => {
    expect(spellQuery(query)).toBe(want)
  })
})
