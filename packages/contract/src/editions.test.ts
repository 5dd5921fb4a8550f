import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { editionDocument, editionNames, isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from './documents.ts'

const fixtures = new URL('../../../openapi/editions/fixtures/', import.meta.url)
const older = editionNames.filter((name) => name !== 'current')

interface RequestLine {
  operation: string
  heading: string
  curl: string[]
  states?: { status?: number; media_type?: string; refusals?: number[] }
}

interface Operation {
  id: string
  method: string
  path: string
  node: JsonObject
}

function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, node]) => (isObject(node) ? [{ id: String(node['operationId']), method, path, node }] : [])),
  )
}

const list = (node: Json | undefined): Json[] => (Array.isArray(node) ? node : [])
const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})

/** A validator that knows the whole document, so that a schema may refer to any other. */
function validatorOf(document: OpenApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'document', ...document })
  return ajv
}

const pointer = (...steps: string[]) => steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function successSchema({ node, path, method }: Operation): string {
  const [status] = Object.keys(objectOf(node['responses'])).filter((code) => code.startsWith('2'))
  return `document#${pointer('paths', path, method, 'responses', status ?? '', 'content', 'application/json', 'schema')}`
}

describe.each(older)('edition %s', async (edition) => {
  const document = await editionDocument(edition)
  const operations = operationsOf(document)
  const bodies = await readdir(new URL(`${edition}/bodies/`, fixtures))
  const lines: RequestLine[] = parse(await readFile(new URL(`${edition}/requests.yaml`, fixtures), 'utf8'))

  test('says which it is', () => {
    expect(document.info).toMatchObject({ title: `Jobs API, edition ${edition}` })
  })

  test.each(bodies)('describes the body that its document prints: %s', async (file) => {
    const operation = operations.find(({ id }) => `${id}.json` === file)
    if (operation === undefined) throw new Error(`there is no operation for ${file}`)
    const ajv = validatorOf(document)
    const valid = ajv.validate(successSchema(operation), JSON.parse(await readFile(new URL(`${edition}/bodies/${file}`, fixtures), 'utf8')))
    expect(ajv.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test.each(lines.map((line) => [line.heading, line.curl.at(-1), line] as const))(
    'takes the request that its document prints: %s %s',
    (_, __, line) => {
      const { method, url, headers } = requestOf(line)
      const operation = operations.find((candidate) => candidate.method === method && pathPattern(document, candidate).test(url.pathname))
      expect(operation?.id).toBe(line.operation)
      if (operation === undefined) return
      const { names, queryNames, headerNames } = inputsOf(document, operation)
      for (const name of url.searchParams.keys()) expect([...names, ...queryNames]).toContain(name)
      for (const name of headers) expect(headerNames).toContain(name)
      const answers = Object.keys(objectOf(operation.node['responses']))
      const { status, refusals = [] } = line.states ?? {}
      for (const code of [...(status === undefined ? [] : [status]), ...refusals]) expect(answers).toContain(String(code))
    },
  )
})

/** The parts of a printed `curl` line that reach the server. */
function requestOf({ curl }: RequestLine) {
  const after = (flag: string) => curl.flatMap((argument, index) => (argument === flag ? [curl[index + 1] ?? ''] : []))
  return {
    method: (after('--request')[0] ?? 'GET').toLowerCase(),
    headers: after('--header').map((header) => header.replace(/:.*/, '')),
    url: new URL(curl.at(-1) ?? ''),
  }
}

function pathPattern(document: OpenApiDocument, { path, node }: Operation): RegExp {
  const parameters = new Map(
    list(node['parameters'])
      .map((parameter) => resolve(document, parameter))
      .map((one) => [String(one['name']), one]),
  )
  const part = (name: string) => {
    const parameter = parameters.get(name)
    if (parameter?.['x-multi-segment'] === true) return '.+'
    return objectOf(parameter?.['schema'])['type'] === 'integer' ? '\\d+' : '[^/]+'
  }
  return new RegExp(`^/api/v4${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => part(name))}$`)
}

/** What an operation takes in the query and as credentials. */
function inputsOf(document: OpenApiDocument, { node }: Operation) {
  const parameters = list(node['parameters']).map((parameter) => resolve(document, parameter))
  const schemes = list(node['security'])
    .flatMap((alternative) => Object.keys(objectOf(alternative)))
    .map((name) => resolve(document, document.components['securitySchemes']?.[name]))
  const inPlace = (place: string) => schemes.filter((scheme) => scheme['in'] === place).map(({ name }) => String(name))
  return {
    names: parameters.filter((parameter) => parameter['in'] === 'query').map(({ name }) => String(name)),
    queryNames: inPlace('query'),
    headerNames: inPlace('header'),
  }
}

const eight = ['created', 'pending', 'running', 'failed', 'success', 'canceled', 'skipped', 'manual']

test.each([
  ['10.7', eight],
  ['11.x', eight],
  ['12.8', eight],
  ['13.2', eight],
  ['17.x', [...eight, 'waiting_for_resource']],
] as const)('edition %s takes the scopes that its document lists, and no other', async (edition, scopes) => {
  const { components } = await editionDocument(edition)
  expect(list(objectOf(components['schemas']?.['JobScope'])['enum']).toSorted()).toEqual(scopes.toSorted())
})

test.each([
  ['10.7', []],
  ['11.x', []],
  ['12.8', ['downloadJobArtifacts', 'downloadRefArtifacts']],
  ['13.2', ['downloadJobArtifacts', 'downloadRefArtifacts']],
  [
    '17.x',
    [
      'downloadJobArtifacts',
      'downloadRefArtifacts',
      'getAllowedAgents',
      'getJobArtifactFile',
      'getRefArtifactFile',
      'getTokenJob',
      'listPipelineJobs',
    ],
  ],
] as const)('edition %s takes job tokens where decision 0021 says', async (edition, ids) => {
  const operations = operationsOf(await editionDocument(edition))
  const taking = operations.filter(({ node }) => list(node['security']).some((alternative) => 'jobToken' in objectOf(alternative)))
  expect(taking.map(({ id }) => id).toSorted()).toEqual(ids)
})

test('every edition has fixtures', () => {
  expect(older.filter((edition) => !existsSync(new URL(`${edition}/requests.yaml`, fixtures)))).toEqual([])
})
