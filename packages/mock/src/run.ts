import { learn } from './knowledge.ts'
import { startMock } from './mock.ts'
import { help, type Options, readOptions } from './options.ts'
import { prismView } from './prism.ts'
import { contractSource, type DocumentSource, fileSource } from './source.ts'

/** Where the document comes from that somebody asks for. */
export type SourceOf = (options: Pick<Options, 'edition' | 'document'>) => DocumentSource

const packaged: SourceOf = ({ edition, document }) => (document === undefined ? contractSource(edition) : fileSource(document))

/** The program: runs until it is told to stop, and resolves with its exit code. */
export async function run(args: readonly string[], sourceOf: SourceOf = packaged): Promise<number> {
  try {
    const request = readOptions(args)
    if (request.command === 'help') return say(help)
    const source = sourceOf(request)
    return request.command === 'view' ? await view(source) : await mock(source, request)
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error))
  }
}

async function view(source: DocumentSource): Promise<number> {
  const document = await source.read()
  await learn(document) // what cannot be mocked here cannot be mocked elsewhere
  return say(JSON.stringify(prismView(document), null, 2))
}

async function mock(source: DocumentSource, { port, host, delay }: Options): Promise<number> {
  const signalled = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve())
  })
  const { url, stop } = await startMock({ port, host, source, delay, narrator: { say, complain } })
  say(screen(url, source.name))
  await signalled
  await stop()
  return 0
}

const screen = (url: string, name: string) => `The mock of the Jobs API (${name}) answers at

  ${url}

and lists every answer that can be had at

  ${new URL('/', url)}

Any token will do; nothing is remembered. Try

  curl --header 'PRIVATE-TOKEN: any' '${url}/projects/1/jobs'
  curl --header 'PRIVATE-TOKEN: any' --header 'Prefer: code=404' '${url}/projects/1/jobs/8'

Stop it with Ctrl+C.`

function say(text: string): number {
  console.log(text)
  return 0
}

function complain(reason: string): number {
  console.error(`mock: ${reason}`)
  return 1
}
