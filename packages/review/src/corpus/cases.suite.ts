import type { Level } from '../diff/levels.ts'
import { library, withValue } from '../document.suite.ts'
import type { Json, JsonObject } from '../source/json.ts'

/** A change with what it does to clients: told by execution, or by hand with the reason why execution cannot tell. */
export interface CorpusCase {
  readonly name: string
  readonly older: JsonObject
  readonly newer: JsonObject
  readonly byHand?: { readonly level: Level; readonly because: string } | undefined
}

type Steps = readonly (string | number)[]
type Edit = readonly [name: string, steps: Steps, value: Json | undefined]

const book: Steps = ['components', 'schemas', 'Book']
const newBook: Steps = ['components', 'schemas', 'NewBook']
const loan: Steps = ['components', 'schemas', 'Loan']
const get: Steps = ['paths', '/books/{id}', 'get']
const put: Steps = ['paths', '/books/{id}', 'put']
const lend: Steps = ['paths', '/loans', 'post']
const [fields, lang]: [Steps, Steps] = [
  [...get, 'parameters', 0],
  [...get, 'parameters', 1],
]
const answer: Steps = [...get, 'responses', '200']
const in_ = (steps: Steps, ...more: Steps): Steps => [...steps, ...more]
const member = (schema: Steps, name: string, ...more: Steps): Steps => [...schema, 'properties', name, ...more]
const text: Json = { type: 'string' }

const operationEdits: readonly Edit[] = [
  ['operation removed', in_(get), undefined],
  ['path removed', ['paths', '/loans'], undefined],
  ['operation added', ['paths', '/books/{id}', 'delete'], { operationId: 'burn', responses: { 204: { description: 'Gone.' } } }],
  ['path added', ['paths', '/shelves'], { get: { responses: { 204: { description: 'Empty.' } } } }],
  ['operationId changed', in_(get, 'operationId'), 'readBook'],
  ['operationId removed', in_(put, 'operationId'), undefined],
  ['server changed', ['servers', 0, 'url'], 'https://library.example/v2'],
  ['credentials: scope added', in_(lend, 'security'), [{ key: [] }]],
  ['credentials: alternative added', in_(get, 'security'), [{ key: [] }, { oauth: [] }]],
  ['credentials: both demanded', in_(get, 'security'), [{ key: [], oauth: [] }]],
  ['credentials: other demanded', in_(put, 'security'), [{ oauth: [] }]],
  ['credentials: none needed', in_(put, 'security'), []],
  ['credentials: optional', in_(put, 'security'), [{ key: [] }, {}]],
]

const parameterEdits: readonly Edit[] = [
  ['query removed', fields, undefined],
  ['query added, optional', in_(get, 'parameters', 2), { name: 'page', in: 'query', schema: { type: 'integer' } }],
  ['query added, required', in_(get, 'parameters', 2), { name: 'page', in: 'query', required: true, schema: { type: 'integer' } }],
  ['header added, optional', in_(get, 'parameters', 2), { name: 'X-Trace', in: 'header', schema: text }],
  ['header added, required', in_(get, 'parameters', 2), { name: 'X-Trace', in: 'header', required: true, schema: text }],
  ['query required', in_(fields, 'required'), true],
  ['query renamed', in_(lang, 'name'), 'language'],
  ['query moved to header', in_(lang, 'in'), 'header'],
  ['list value removed', in_(fields, 'schema', 'items', 'enum'), ['title']],
  ['list value added', in_(fields, 'schema', 'items', 'enum'), ['title', 'pages', 'genre']],
  ['list given a largest size', in_(fields, 'schema', 'maxItems'), 1],
  ['list given a least size', in_(fields, 'schema', 'minItems'), 2],
  ['list to have no twins', in_(fields, 'schema', 'uniqueItems'), true],
  ['list of free words', in_(fields, 'schema', 'items'), text],
  ['query longer', in_(lang, 'schema', 'maxLength'), 20],
  ['query shorter', in_(lang, 'schema', 'maxLength'), 2],
  ['query without limit', in_(lang, 'schema', 'maxLength'), undefined],
  ['query not so short', in_(lang, 'schema', 'minLength'), 3],
  ['query with a pattern', in_(lang, 'schema', 'pattern'), '^[a-z]{2}$'],
  ['query with a list', in_(lang, 'schema', 'enum'), ['en', 'de']],
  ['query as a number', in_(lang, 'schema'), { type: 'integer' }],
  ['path parameter larger', ['paths', '/books/{id}', 'parameters', 0, 'schema', 'minimum'], 10],
  ['path parameter smaller', ['paths', '/books/{id}', 'parameters', 0, 'schema', 'minimum'], undefined],
  ['path parameter with a limit', ['paths', '/books/{id}', 'parameters', 0, 'schema', 'maximum'], 5],
  ['path parameter as text', ['paths', '/books/{id}', 'parameters', 0, 'schema'], text],
]

const bodyEdits: readonly Edit[] = [
  ['body optional', in_(put, 'requestBody', 'required'), false],
  ['body removed', in_(put, 'requestBody'), undefined],
  ['media type added', in_(put, 'requestBody', 'content', 'application/merge-patch+json'), { schema: {} }],
  ['media type replaced', in_(put, 'requestBody', 'content'), { 'text/plain': { schema: text } }],
  ['sent member demanded', in_(newBook, 'required'), ['title', 'isbn']],
  ['sent member optional', in_(newBook, 'required'), []],
  ['sent member added', member(newBook, 'series'), text],
  ['sent member removed', member(newBook, 'isbn'), undefined],
  ['sent object opened', in_(newBook, 'additionalProperties'), true],
  ['sent object closed', ['components', 'schemas', 'ByCard', 'additionalProperties'], false],
  ['sent text longer', member(newBook, 'title', 'maxLength'), 300],
  ['sent text shorter', member(newBook, 'title', 'maxLength'), 100],
  ['sent text may be empty', member(newBook, 'title', 'minLength'), undefined],
  ['sent text not so short', member(newBook, 'title', 'minLength'), 3],
  ['sent text or null', member(newBook, 'title', 'type'), ['string', 'null']],
  ['sent text as number', member(newBook, 'title'), { type: 'integer' }],
  ['sent number larger', member(newBook, 'pages', 'minimum'), 10],
  ['sent number smaller', member(newBook, 'pages', 'minimum'), 0],
  ['sent number strictly larger', member(newBook, 'pages'), { type: 'integer', exclusiveMinimum: 1 }],
  ['sent number limited', member(newBook, 'pages', 'maximum'), 5],
  ['sent number in steps', member(newBook, 'pages', 'multipleOf'), 5],
  ['sent number with fractions', member(newBook, 'pages', 'type'), 'number'],
  ['sent number or text', member(newBook, 'pages', 'type'), ['integer', 'string']],
  ['sent number small', member(newBook, 'pages', 'format'), 'int32'],
  ['sent pattern changed', member(newBook, 'isbn', 'pattern'), '^[0-9]{10}$'],
  ['sent pattern removed', member(newBook, 'isbn', 'pattern'), undefined],
  ['sent pattern added', member(newBook, 'title', 'pattern'), '^[A-Z]'],
  ['sent format added', member(newBook, 'title', 'format'), 'uri'],
  ['sent list added', member(newBook, 'title', 'enum'), ['word']],
  ['sent constant added', member(newBook, 'title', 'const'), 'word'],
  ['sent list shorter', member(newBook, 'tags', 'maxItems'), 2],
  ['sent list longer', member(newBook, 'tags', 'maxItems'), 30],
  ['sent list not empty', member(newBook, 'tags', 'minItems'), 1],
  ['sent list without twins', member(newBook, 'tags', 'uniqueItems'), true],
  ['sent elements limited', member(newBook, 'tags', 'items', 'maxLength'), 3],
  ['sent elements of another type', member(newBook, 'tags', 'items'), { type: 'integer' }],
  ['sent elements free', member(newBook, 'tags', 'items'), {}],
  ['sent with a further condition', in_(newBook, 'allOf'), [{ required: ['pages'] }]],
  ['sent with few members', in_(newBook, 'maxProperties'), 2],
  ['sent with many members', in_(newBook, 'minProperties'), 2],
  ['sent with a condition', in_(newBook, 'not'), { required: ['isbn', 'tags'] }],
  [
    'alternative removed from a request',
    in_(lend, 'requestBody', 'content', 'application/json', 'schema'),
    { $ref: '#/components/schemas/ByCard' },
  ],
  [
    'alternative added to a request',
    in_(lend, 'requestBody', 'content', 'application/json', 'schema', 'oneOf', 2),
    { title: 'By face', type: 'object', required: ['face'], properties: { face: text } },
  ],
  ['member of an alternative demanded', ['components', 'schemas', 'ByName', 'required'], ['name', 'born']],
  ['member of an alternative of another type', ['components', 'schemas', 'ByCard', 'properties', 'card', 'type'], 'integer'],
]

const answerEdits: readonly Edit[] = [
  ['status removed', in_(get, 'responses'), { 404: { description: 'There is none.' } }],
  [
    'status replaced',
    in_(lend, 'responses'),
    { 200: { description: 'It is lent.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Loan' } } } } },
  ],
  ['status of success added', in_(lend, 'responses', '202'), { description: 'It will be lent.' }],
  ['redirect added', in_(get, 'responses', '302'), { description: 'It is elsewhere.' }],
  ['error added', in_(get, 'responses', '410'), { description: 'It is gone.' }],
  ['error removed', in_(get, 'responses', '404'), undefined],
  ['header removed, promised', in_(answer, 'headers', 'ETag'), undefined],
  ['header no longer promised', in_(answer, 'headers', 'ETag', 'required'), false],
  ['header promised', in_(answer, 'headers', 'X-Shelf', 'required'), true],
  ['header added', in_(answer, 'headers', 'Link'), { schema: text }],
  ['answer of another media type', in_(answer, 'content'), { 'application/xml': { schema: text } }],
  ['answer of a further media type', in_(answer, 'content', 'application/xml'), { schema: text }],
  ['read member removed, promised', member(book, 'title'), undefined],
  ['read member removed, optional', member(book, 'genre'), undefined],
  [
    'read member removed, with its promise',
    book,
    {
      type: 'object',
      required: ['id', 'status', 'author'],
      properties: {
        id: { type: 'integer', format: 'int32' },
        status: { type: 'string', enum: ['in', 'out'] },
        author: { $ref: '#/components/schemas/Author' },
      },
    },
  ],
  ['read member added', member(book, 'pages'), { type: 'integer' }],
  [
    'read member added and promised',
    loan,
    { type: 'object', required: ['until', 'since'], properties: { until: { type: 'string', format: 'date' }, since: text } },
  ],
  ['read member no longer promised', in_(book, 'required'), ['id', 'status', 'author']],
  ['read member promised', in_(book, 'required'), ['id', 'title', 'status', 'author', 'subtitle']],
  ['read member can be null', member(book, 'title', 'type'), ['string', 'null']],
  ['read member cannot be null', member(book, 'subtitle', 'type'), 'string'],
  ['read member of another type', member(book, 'title', 'type'), 'integer'],
  ['read member of more types', member(book, 'title', 'type'), ['string', 'integer']],
  ['read member of fewer types', member(book, 'subtitle', 'type'), ['null']],
  ['read value added', member(book, 'status', 'enum'), ['in', 'out', 'lost']],
  ['read value removed', member(book, 'status', 'enum'), ['in']],
  ['read list opened', member(book, 'status'), text],
  ['read list closed', member(book, 'title', 'enum'), ['word']],
  ['known value added', member(book, 'genre', 'x-extensible-enum'), ['novel', 'poems', 'essay']],
  ['known value removed', member(book, 'genre', 'x-extensible-enum'), ['novel']],
  ['closed list made open', member(book, 'status'), { type: 'string', 'x-extensible-enum': ['in', 'out'] }],
  ['open list made closed', member(book, 'genre'), { type: 'string', enum: ['novel', 'poems'] }],
  ['read number with fractions', member(book, 'id'), { type: 'number' }],
  ['read number larger format', member(book, 'id', 'format'), 'int64'],
  ['read number without format', member(book, 'id', 'format'), undefined],
  ['read number without limit', ['components', 'schemas', 'Author', 'properties', 'born', 'minimum'], undefined],
  ['read number tighter', ['components', 'schemas', 'Author', 'properties', 'born', 'minimum'], 1000],
  ['read number looser', ['components', 'schemas', 'Author', 'properties', 'born', 'minimum'], -3000],
  ['read text with a limit', member(book, 'title', 'maxLength'), 100],
  ['read text with a pattern', member(book, 'title', 'pattern'), '^[a-z]'],
  ['read format removed', ['components', 'schemas', 'Loan', 'properties', 'until', 'format'], undefined],
  ['read format changed', ['components', 'schemas', 'Loan', 'properties', 'until', 'format'], 'date-time'],
  ['read format added', member(book, 'title', 'format'), 'uri'],
  ['read object closed', in_(book, 'additionalProperties'), false],
  ['read member replaced', member(book, 'author'), { $ref: '#/components/schemas/Problem' }],
  ['read member inside another demanded', ['components', 'schemas', 'Author', 'required'], ['name', 'born']],
  ['read member inside another optional', ['components', 'schemas', 'Author', 'required'], []],
  ['read member inside another removed', ['components', 'schemas', 'Author', 'properties', 'born'], undefined],
  [
    'answer becomes a list',
    in_(answer, 'content', 'application/json', 'schema'),
    { type: 'array', items: { $ref: '#/components/schemas/Book' } },
  ],
  [
    'answer becomes one of two',
    in_(answer, 'content', 'application/json', 'schema'),
    { oneOf: [{ $ref: '#/components/schemas/Book' }, { $ref: '#/components/schemas/Loan' }] },
  ],
  [
    'answer becomes a list or nothing',
    in_(lend, 'responses', '201', 'content', 'application/json', 'schema'),
    { anyOf: [{ $ref: '#/components/schemas/Loan' }, { type: 'null' }] },
  ],
  ['answer free', in_(lend, 'responses', '201', 'content', 'application/json', 'schema'), {}],
]

const equalEdits: readonly Edit[] = [
  ['the same under allOf', in_(answer, 'content', 'application/json', 'schema'), { allOf: [{ $ref: '#/components/schemas/Book' }] }],
  [
    'the same as the only alternative',
    in_(answer, 'content', 'application/json', 'schema'),
    { oneOf: [{ $ref: '#/components/schemas/Book' }] },
  ],
  ['null as an alternative', member(book, 'subtitle'), { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  ['one value as a constant', member(book, 'status'), { type: 'string', enum: ['in', 'out'], description: 'Where it is.' }],
  ['a least size of nothing', member(newBook, 'tags', 'minItems'), 0],
  ['a limit on what cannot be', member(newBook, 'title', 'maximum'), 5],
  ['required in another order', in_(book, 'required'), ['author', 'status', 'title', 'id']],
  ['parameters in another order', in_(get, 'parameters'), [...parametersOf(library).reverse()]],
]

const words = 'nothing that a program sends or reads'
const handEdits: readonly (readonly [...Edit, level: Level, because: string])[] = [
  ['description changed', in_(get, 'description'), 'Else.', 'editorial', words],
  ['summary changed', in_(get, 'summary'), 'Else', 'editorial', words],
  ['tag added', in_(get, 'tags'), ['Books'], 'editorial', words],
  ['schema described', member(book, 'title', 'description'), 'Else.', 'editorial', words],
  ['schema exemplified', member(book, 'title', 'examples'), ['Emma'], 'editorial', words],
  ['extension added', in_(get, 'x-owner'), 'shelves', 'editorial', words],
  ['answer described', in_(answer, 'description'), 'Else.', 'editorial', words],
  ['parameter described', in_(lang, 'description'), 'Else.', 'editorial', words],
  ['operation deprecated', in_(get, 'deprecated'), true, 'compatible', 'it works as before; a compiler only strikes it through'],
  ['parameter deprecated', in_(lang, 'deprecated'), true, 'compatible', 'it works as before'],
  ['member deprecated', member(book, 'title', 'deprecated'), true, 'compatible', 'it works as before'],
  [
    'default of a parameter changed',
    in_(lang, 'schema', 'default'),
    'de',
    'breaking',
    'the request is the same and means something else; no validator can see it',
  ],
  ['default of a parameter removed', in_(lang, 'schema', 'default'), undefined, 'breaking', 'what an absent value means is no longer said'],
  [
    'default of a sent member added',
    member(newBook, 'pages', 'default'),
    100,
    'breaking',
    'whoever leaves it out gets a value that was not there before',
  ],
  [
    'default of a read member added',
    member(book, 'genre', 'default'),
    'novel',
    'editorial',
    'servers do not fill in answers; it documents what absence means',
  ],
  ['repeating no longer safe', in_(put, 'x-repeatable'), false, 'breaking', 'a client that repeats on the old promise does the work twice'],
  ['repeating safe', in_(lend, 'x-repeatable'), true, 'compatible', 'clients may repeat and need not'],
  ['ability changed', in_(get, 'x-ability'), 'read_book', 'compatible', 'none was stated before'],
  [
    'slashes accepted',
    ['paths', '/books/{id}', 'parameters', 0, 'x-multi-segment'],
    true,
    'compatible',
    'OpenAPI has no word for it, so no validator can see it',
  ],
  [
    'error reworded by schema',
    ['components', 'schemas', 'Problem', 'properties', 'code'],
    text,
    'compatible',
    'readers pass over members that they do not know',
  ],
]

function parametersOf(document: JsonObject): Json[] {
  const paths = document['paths'] as JsonObject
  return structuredClone(((paths['/books/{id}'] as JsonObject)['get'] as JsonObject)['parameters'] as Json[])
}

const groups: readonly (readonly [string, readonly Edit[]])[] = [
  ['operation', operationEdits],
  ['parameter', parameterEdits],
  ['request', bodyEdits],
  ['answer', answerEdits],
  ['equal', equalEdits],
]

export const corpus: readonly CorpusCase[] = [
  ...groups.flatMap(([group, edits]) =>
    edits.map(([name, steps, value]) => ({ name: `${group}: ${name}`, older: library, newer: withValue(steps, value) })),
  ),
  ...handEdits.map(([name, steps, value, level, because]) => ({
    name: `by hand: ${name}`,
    older: library,
    newer: withValue(steps, value),
    byHand: { level, because },
  })),
]
