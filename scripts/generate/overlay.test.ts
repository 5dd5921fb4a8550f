import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Document, Node } from './document.ts'
import { find, withOverlay } from './overlay.ts'

const document: Document = {
  openapi: '3.1.1',
  info: { title: 'Things', version: '1.0.0' },
  paths: { '/things/{id}': { get: { security: [{ token: [] }, { other: [] }], responses: {} }, post: { security: [{ token: [] }] } } },
  components: { schemas: { Thing: { required: ['a', 'b'], properties: { a: { 'x-since': '10.7' } } } } },
}

test.each<[string, Node[]]>([
  ['$', [document]],
  ['$.info.title', ['Things']],
  ["$.paths['/things/{id}'].post.security", [[{ token: [] }]]],
  ["$.components.schemas.Thing.properties.a['x-since']", ['10.7']],
  ['$.paths[*][*].security[?(@.token)]', [{ token: [] }, { token: [] }]],
  ["$.components.schemas.Thing.required[?(@ == 'b')]", ['b']],
  ["$.components.schemas.Thing.required[?(@ == 'c' || @ == 'a')]", ['a']],
  ["$.components.schemas.Thing.required[?(@ == 'c')]", []],
  ['$.paths[*].get.security[?(@.token || @.other)]', [{ token: [] }, { other: [] }]],
  ['$.components.schemas.Nothing.required', []],
])('%s finds what is there', (target, want) => {
  expect(find(document, target)).toEqual(want)
})

test.each(['$.paths[?(@.get.security)]', '$..security', '$.paths[0]', '$.info.title.length()', 'info'])(
  '%s is beyond what is understood',
  (target) => {
    expect(() => find(document, target)).toThrow('not understood')
  },
)

/** Lays the given actions over the document above. */
async function laid(actions: object[]): Promise<Document> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-overlay-'))
  try {
    const path = join(folder, 'overlay.yaml')
    await writeFile(path, JSON.stringify({ overlay: '1.0.0', info: { title: 'A test', version: '1.0.0' }, actions }))
    return await withOverlay(document, path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('actions change the document, and only what they name', async () => {
  const actions = [
    { target: "$.components.schemas.Thing.required[?(@ == 'a')]", remove: true },
    { target: '$.info', update: { title: 'Old things' } },
  ]
  const { info, paths, components } = await laid(actions)
  expect(info).toEqual({ title: 'Old things', version: '1.0.0' })
  expect(components).toEqual({ schemas: { Thing: { required: ['b'], properties: { a: { 'x-since': '10.7' } } } } })
  expect(paths).toEqual(document.paths)
})

test('an action that finds nothing is an error', async () => {
  await expect(laid([{ target: '$.components.schemas.Nothing', update: {} }])).rejects.toThrow(
    'nothing is found at $.components.schemas.Nothing',
  )
})
