import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Surface } from '@jobs-api/review'
import ts from 'typescript-5'
import type { Tree } from './tree.ts'

/**
 * Reads the client of a tree as a consumer's compiler would; undefined if there is none. With version 5 of the compiler, whose
 * interface for programs stands; that of 7.0 is still called unstable.
 */
export function surfaceOf({ folder }: Tree): Surface | undefined {
  const entry = join(folder, 'packages/client/src/index.ts')
  if (!existsSync(entry)) return undefined
  const program = ts.createProgram([entry], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    types: [],
    paths: { '@jobs-api/contract': [join(folder, 'packages/contract/src/index.ts')] },
  })
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(entry)
  const module = file && checker.getSymbolAtLocation(file)
  if (file === undefined || module === undefined) throw new Error(`${entry} exports nothing`)
  return new Reader(checker, file).read(checker.getExportsOfModule(module))
}

/** Deep enough for a member of a member of an element that a method answers; what lies deeper is told as one type. */
const deepest = 7

class Reader {
  readonly #found = new Map<string, string>()
  readonly #open = new Set<ts.Type>()
  readonly #checker: ts.TypeChecker
  readonly #file: ts.SourceFile

  constructor(checker: ts.TypeChecker, file: ts.SourceFile) {
    this.#checker = checker
    this.#file = file
  }

  read(exported: readonly ts.Symbol[]): Surface {
    for (const symbol of exported) {
      const own = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol
      const isType = (own.flags & ts.SymbolFlags.Type) !== 0
      this.#type(symbol.name, isType ? this.#checker.getDeclaredTypeOfSymbol(own) : this.#checker.getTypeOfSymbol(own), 0)
    }
    return this.#found
  }

  #type(path: string, type: ts.Type, depth: number): void {
    const inner = this.#checker.getApparentType(this.#checker.getNonNullableType(type))
    const calls = inner.getCallSignatures()
    const element = this.#checker.isArrayType(inner) ? argumentOf(this.#checker, inner) : undefined
    this.#found.set(path, this.#text(type, calls.length > 0 || element !== undefined || this.#isOurs(inner)))
    if (depth >= deepest || this.#open.has(inner)) return
    this.#open.add(inner)
    if (element !== undefined) this.#type(`${path}[]`, element, depth + 1)
    else if (calls.length > 0) for (const call of calls) this.#call(path, call, depth)
    else if (this.#isOurs(inner)) for (const member of this.#checker.getPropertiesOfType(inner)) this.#member(path, member, depth)
    this.#open.delete(inner)
  }

  #member(path: string, member: ts.Symbol, depth: number): void {
    if (/^(__|#)/.test(member.name) || isPrivate(member)) return
    const own = `${path}.${member.name}`
    this.#type(own, this.#checker.getTypeOfSymbol(member), depth + 1)
    if ((member.flags & ts.SymbolFlags.Optional) !== 0) this.#found.set(own, `optional: ${this.#found.get(own)}`)
  }

  #call(path: string, call: ts.Signature, depth: number): void {
    for (const parameter of call.getParameters()) {
      const type = this.#checker.getTypeOfSymbol(parameter)
      this.#type(`${path}(${parameter.name})`, type, depth + 1)
    }
    this.#type(`${path}()`, this.#awaited(call.getReturnType()), depth + 1)
  }

  /** What is in a promise, a page or a stream of ours. */
  #awaited(type: ts.Type): ts.Type {
    const wrapped = /^(Promise|Pending|Pages|Page|AsyncIterable)$/.test((type.aliasSymbol ?? type.symbol)?.name ?? '')
    const content = wrapped ? (type.aliasTypeArguments?.[0] ?? argumentOf(this.#checker, type)) : undefined
    return content === undefined ? type : this.#awaited(content)
  }

  /** An object whose members are ours to change: a list of them, not one of the language's own classes. */
  #isOurs(type: ts.Type): boolean {
    if ((type.flags & ts.TypeFlags.Object) === 0 || type.getStringIndexType() !== undefined) return false
    const files = (type.symbol?.declarations ?? []).map((declaration) => declaration.getSourceFile())
    return (
      this.#checker.getPropertiesOfType(type).length > 0 &&
      files.every(({ fileName }) => !/node_modules|\/lib\.[\w.]+\.d\.ts$/.test(fileName))
    )
  }

  /** Alternatives in the order of the alphabet: that of the compiler depends on what it has seen before. */
  #text(type: ts.Type, isOpened: boolean): string {
    if (type.isUnion()) {
      const all = new Set(type.types.map((one) => this.#text(one, isOpened && !isBare(one))))
      return [...all].sort().join(' | ').replace('false | true', 'boolean')
    }
    if (isOpened) return type.getCallSignatures().length > 0 ? 'a function' : this.#checker.isArrayType(type) ? 'a list' : 'an object'
    return this.#checker.typeToString(type, this.#file, ts.TypeFormatFlags.NoTruncation).replaceAll(/import\("[^"]*"\)\./g, '')
  }
}

const isPrivate = ({ declarations = [] }: ts.Symbol) =>
  declarations.some((declaration) => ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected))

const isBare = (type: ts.Type) => (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0

const isReference = (type: ts.Type): type is ts.TypeReference => 'target' in type

function argumentOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return isReference(type) ? checker.getTypeArguments(type)[0] : undefined
}
