const words = new Set(['title', 'description', 'summary', 'tags', 'example', 'examples', 'externalDocs', 'xml', '$comment'])
const telling = new Set(['x-extensible-enum', 'x-multi-segment', 'x-ability', 'x-repeatable', 'x-reason'])

/** Whether a member holds words, or an extension that no program acts on. */
export const isWord = (name: string): boolean => words.has(name) || (name.startsWith('x-') && !telling.has(name))
