import { expect, test } from 'vitest'
import { document, type JsonObject } from './documents.ts'
import { urlNormaliser } from './url-normaliser.ts'

const parameters: JsonObject[] = [
  { name: 'id', in: 'path', schema: { type: ['integer', 'string'] } },
  { name: 'job_id', in: 'path', schema: { type: 'integer' } },
  { name: 'ref_name', in: 'path', schema: { type: 'string' }, 'x-multi-segment': true },
  { name: 'artifact_path', in: 'path', schema: { type: 'string' }, 'x-multi-segment': true },
]

/** The routes of the contract, with no more of their parameters than routing needs. */
const routes = Object.entries(document.paths).map(([path, item]) => [
  path,
  Object.fromEntries(Object.keys(item).map((method) => [method, { parameters }])),
])

const normalise = urlNormaliser({ ...document, paths: Object.fromEntries(routes) })
const artifacts = '/projects/1/jobs/5/artifacts'
const refs = '/projects/1/jobs/artifacts'

test.each([
  ['a file at the root', 'GET', `${artifacts}/log.txt`, `${artifacts}/%6Cog.txt`],
  ['a file in folders', 'GET', `${artifacts}/some/release/file.pdf`, `${artifacts}/%73ome%2Frelease%2Ffile.pdf`],
  ['slashes that are encoded already', 'GET', `${artifacts}/some%2frelease%2Ffile.pdf`, `${artifacts}/%73ome%2frelease%2Ffile.pdf`],
  ['an encoded first character', 'GET', `${artifacts}/%C3%BC/a`, `${artifacts}/%C3%BC%2Fa`],
  ['a raw first character beyond ASCII', 'GET', `${artifacts}/ü/a`, `${artifacts}/ü%2Fa`],
  ['a leading slash', 'GET', `${artifacts}//a`, `${artifacts}/%2Fa`],
  ['HEAD like GET', 'HEAD', `${artifacts}/a/b`, `${artifacts}/%61%2Fb`],
  ['any case of the method', 'get', `${artifacts}/a/b`, `${artifacts}/%61%2Fb`],
  ['an artifact called like a route of another method', 'GET', `${artifacts}/keep`, `${artifacts}/%6Beep`],
  ['an artifact below a name that is a route', 'GET', `${artifacts}/tree/a`, `${artifacts}/%74ree%2Fa`],
  ['the prefix of the interface', 'GET', `/api/v4${artifacts}/a/b`, `/api/v4${artifacts}/%61%2Fb`],
  ['a query, which stays as it is', 'GET', `${artifacts}/a/b?x=c/d&y=?`, `${artifacts}/%61%2Fb?x=c/d&y=?`],
  ['a job number that is none', 'GET', '/projects/1/jobs/five/artifacts/a/b', '/projects/1/jobs/five/artifacts/%61%2Fb'],
  ['a list of files of a job number that is none', 'GET', '/projects/1/jobs/five/artifacts/tree', '/projects/1/jobs/five/artifacts/tree'],
  ['a project path', 'GET', '/projects/a%2Fb/jobs/5/artifacts/c/d', '/projects/a%2Fb/jobs/5/artifacts/%63%2Fd'],
  ['a project path in another case', 'GET', '/projects/a%2fb%2ec/jobs/5/artifacts/c/d', '/projects/a%2fb%2ec/jobs/5/artifacts/%63%2Fd'],
  ['a branch', 'GET', `${refs}/main/download?job=a:b/c`, `${refs}/%6Dain/download?job=a:b/c`],
  ['a branch with a slash', 'GET', `${refs}/feature/x/download?job=a`, `${refs}/%66eature%2Fx/download?job=a`],
  ['a branch that looks like a number', 'GET', `${refs}/1/download`, `${refs}/%31/download`],
  ['a file of a branch', 'GET', `${refs}/main/raw/a/b?job=a`, `${refs}/%6Dain/raw/%61%2Fb?job=a`],
  ['a file of a branch with a slash', 'GET', `${refs}/feature/x/raw/a/b`, `${refs}/%66eature%2Fx/raw/%61%2Fb`],
  ['several /raw/: the last one divides', 'GET', `${refs}/raw/a/raw/b`, `${refs}/%72aw%2Fa/raw/%62`],
  ['a file called download: the archive is the earlier route', 'GET', `${refs}/main/raw/download`, `${refs}/%6Dain%2Fraw/download`],
])('encodes %s', (_, method, given, want) => {
  expect(normalise(method, given)).toBe(want)
})

test.each([
  ['the listing of an archive', 'GET', `${artifacts}/tree?path=a/b`],
  ['keep', 'POST', `${artifacts}/keep`],
  ['the archive', 'GET', artifacts],
  ['deleting', 'DELETE', artifacts],
  ['a list', 'GET', '/projects/a%2Fb/jobs?scope[]=failed&ref=a/b'],
  ['a project in two segments', 'GET', '/projects/a/b/jobs/5/artifacts/a/b'],
  ['a method without such a route', 'PUT', `${artifacts}/a/b`],
  ['an artifact without a name', 'GET', `${artifacts}/`],
  ['another interface', 'GET', '/nowhere/at/all'],
  ['no path', 'OPTIONS', '*'],
])('leaves %s alone', (_, method, url) => {
  expect(normalise(method, url)).toBe(url)
})
