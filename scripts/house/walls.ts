import { posix } from 'node:path'
import { importsOf, isTest, type SourceFile } from './source-file.ts'

/** Which package may look into which. Tests and examples may use every room, as its users do. */
const doors: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  lifecycle: ['contract'],
  server: ['contract', 'lifecycle'],
  client: ['contract'],
  mock: ['contract'],
  conformance: ['contract'],
  review: ['contract'],
  dashboard: ['contract', 'client'],
}
/** A server that copies from another one is that one's client, and only there. */
const extraDoors: readonly { from: RegExp; open: readonly string[] }[] = [
  { from: /^packages\/server\/src\/world\/import\//, open: ['client'] },
]

/** Inside the server: what a file of these may never import, by path or by package name. */
const insideServer: readonly { from: RegExp; never: RegExp; except?: RegExp }[] = [
  { from: /./, never: /^main\.ts$/ },
  { from: /\//, never: /^(app|server)\.ts$/, except: /^sandbox\// },
  { from: /\//, never: /^http\//, except: /^(http|sandbox)\// },
  { from: /\//, never: /^express(-openapi-validator)?$/, except: /^(http|sandbox)\// },
  { from: /./, never: /^express-openapi-validator$/, except: /^http\/validation\.ts$/ },
  { from: /^operations\//, never: /^(storage\/[^/]+\/|world\/|runners\/|sandbox\/)/ },
  { from: /^(access|views)\//, never: /^(operations|storage\/[^/]+|world|runners|sandbox)\// },
  {
    from: /^storage\//,
    never: /^(operations|access|views|world|runners|sandbox)\/|^@jobs-api\/lifecycle$/,
    except: /^storage\/[^/]+\.ts$/,
  },
]

/** Imports from one package into another for which there is no door, and relative ones that leave the package. */
export function brokenWalls(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = /^packages\/([^/]+)\/src\//.exec(file.path)?.[1]
    if (room === undefined || isTest(file)) return []
    const mayEnter = [...(doors[room] ?? []), ...extraDoors.flatMap(({ from, open }) => (from.test(file.path) ? open : []))]
    return importsOf(file)
      .filter((name) => !staysInside(file.path, name, room) || !isOpen(name, mayEnter))
      .map((name) => `${file.path} imports ${name}`)
  })
}

const target = (path: string, name: string) => posix.join(posix.dirname(path), name)
const staysInside = (path: string, name: string, room: string) =>
  !name.startsWith('.') || target(path, name).startsWith(`packages/${room}/`)

function isOpen(name: string, open: readonly string[]): boolean {
  const other = /^@jobs-api\/([^/]+)/.exec(name)?.[1]
  return other === undefined || open.includes(other)
}

/** Imports inside the server that go up the stairs, or round a port. */
export function brokenServerWalls(files: readonly SourceFile[]): string[] {
  const root = 'packages/server/src/'
  return files
    .filter((file) => file.path.startsWith(root) && !isTest(file))
    .flatMap((file) => {
      const from = file.path.slice(root.length)
      const rules = insideServer.filter((rule) => rule.from.test(from) && !rule.except?.test(from))
      return importsOf(file)
        .map((name) => (name.startsWith('.') ? target(file.path, name).slice(root.length) : name))
        .filter((name) => rules.some(({ never }) => never.test(name)) || otherAdapter(from, name))
        .map((name) => `${file.path} imports ${name}`)
    })
}

/** An adapter knows the ports and itself. */
function otherAdapter(from: string, name: string): boolean {
  const [, own] = /^storage\/([^/]+)\//.exec(from) ?? []
  const [, other] = /^storage\/([^/]+)\//.exec(name) ?? []
  return own !== undefined && other !== undefined && own !== other
}
