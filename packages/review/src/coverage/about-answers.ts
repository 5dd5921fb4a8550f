import { isObject, type Json, membersOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import {
  type Answer,
  hasExample,
  isError,
  isJson,
  isSuccess,
  isText,
  type Media,
  namedExamples,
  schemasUnder,
  typesOf,
} from './inventory.ts'
import { type Measure, share } from './measure.ts'

const readable = (media: Media) => isJson(media) || isText(media)

/** What callers are answered, in success and in failure. */
export const aboutAnswers: readonly Measure[] = [
  {
    id: 'error-schema',
    what: 'errors with a schema',
    definition: 'Of the answers 4xx, 5xx and `default`: they have a body, and its schema says something.',
    target: 1,
    unit: 'share',
    of: ({ answers }) => share(answers.filter(isError), ({ media }) => media.some(({ node }) => membersOf(node['schema']).length > 0)),
  },
  {
    id: 'error-example',
    what: 'errors with an example',
    definition: 'Of the same answers: some body of it has an example. One inside the schema does not count.',
    target: 1,
    unit: 'share',
    of: ({ answers }) => share(answers.filter(isError), ({ media }) => media.some(({ node }) => hasExample(node))),
  },
  {
    id: 'success-example',
    what: 'bodies of success with an example',
    definition: 'Every media type of every answer 2xx has at least one; one inside the schema does not count.',
    target: 1,
    unit: 'share',
    of: ({ answers }) => share(successes(answers), ({ node }) => hasExample(node)),
  },
  {
    id: 'success-examples',
    what: 'changeable bodies with two named examples',
    definition:
      'Of the JSON bodies of success that can look in more than one way (a list, a choice, an optional member): two or more named ones.',
    target: 1,
    unit: 'share',
    of: ({ answers, source }) =>
      share(
        successes(answers).filter((media) => isJson(media) && looksDifferent(source, media.node['schema'])),
        ({ node }) => namedExamples(node) >= 2,
      ),
  },
  {
    id: 'answer-headers',
    what: 'answers with headers',
    definition: 'Every answer of every operation describes at least one header.',
    target: 1,
    unit: 'share',
    of: ({ answers }) => share(answers, ({ headers }) => headers.length > 0),
  },
  {
    id: 'list-link',
    what: 'pages with a `Link` header',
    definition:
      'Of the operations that take `page`, `per_page`, `cursor`, `limit`, `offset` or the like and answer 200 with JSON: that answer describes `Link`.',
    target: 1,
    unit: 'share',
    of: ({ answers }) => share(answers.filter(isPage), ({ headers }) => headers.some(([name]) => name.toLowerCase() === 'link')),
  },
  {
    id: 'links',
    what: 'answers with an id that lead on',
    definition:
      'Of the successes whose JSON has a member `id` at its top, or in the elements of its list: OpenAPI `links` say which operation takes it.',
    target: 1,
    unit: 'share',
    of: ({ answers, source }) =>
      share(
        answers.filter(
          (answer) => isSuccess(answer) && answer.media.some((media) => isJson(media) && yieldsId(source, media.node['schema'])),
        ),
        ({ node }) => membersOf(node['links']).length > 0,
      ),
  },
]

const successes = (answers: readonly Answer[]) => answers.filter(isSuccess).flatMap(({ media }) => media.filter(readable))

const paging = /^(page|per_page|page_size|page_token|cursor|starting_after|limit|offset|after|continue)$/i

const isPage = ({ operation, status, media }: Answer) =>
  status === '200' && media.some(isJson) && operation.parameters.some(({ in: place, name }) => place === 'query' && paging.test(name))

function looksDifferent(source: Source, root: Json | undefined): boolean {
  const schema = source.object(root)
  if (typesOf(schema).includes('array') || 'oneOf' in schema || 'anyOf' in schema) return true
  return schemasUnder(source, [schema]).some(({ properties, required }) => {
    const demanded = Array.isArray(required) ? required : []
    return membersOf(properties).some(([name]) => !demanded.includes(name))
  })
}

function yieldsId(source: Source, root: Json | undefined): boolean {
  const schema = source.object(root)
  if (isObject(schema['items'])) return yieldsId(source, schema['items'])
  const choices = ['oneOf', 'anyOf', 'allOf'].flatMap((name) => (Array.isArray(schema[name]) ? schema[name] : []))
  return 'id' in source.object(schema['properties']) || choices.some((one) => yieldsId(source, one))
}
