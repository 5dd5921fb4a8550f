import { expect, test } from 'vitest'
import { corpus } from '../corpus/cases.suite.ts'
import { compareDocuments } from '../diff/compare.ts'
import { sourceOf } from '../document.suite.ts'
import { findingsOf } from '../finding.ts'
import { type Witness, Witnesses } from './witness.ts'

function witnessesOf({ older, newer }: (typeof corpus)[number]): (readonly [string, Witness])[] {
  const [old, young] = [sourceOf(older), sourceOf(newer)]
  const witnesses = new Witnesses(old, young)
  const breaking = findingsOf(compareDocuments(old, young)).filter(({ level }) => level === 'breaking')
  return breaking.map((finding) => [finding.rule, witnesses.of(finding)] as const)
}

const all = corpus.flatMap((one) => witnessesOf(one).map(([rule, witness]) => ({ name: `${one.name}: ${rule}`, rule, witness })))

test('every change that breaks is shown by a value, or says why none can', () => {
  const unexplained = all.filter(({ witness }) => witness.kind === 'unseen' && witness.reason.startsWith('no value that was tried'))
  expect(unexplained.map(({ name }) => name)).toEqual([])
  expect(all.filter(({ witness }) => witness.kind === 'seen').length).toBeGreaterThan(50)
})

test('a value names what is wrong with it', () => {
  const seen = all.find(({ name }) => name === 'request: sent member demanded: required-now')
  expect(seen?.witness).toMatchObject({ kind: 'seen', complaint: "the value must have required property 'isbn'" })
})
