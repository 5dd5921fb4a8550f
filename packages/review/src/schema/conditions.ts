import type { Change } from '../diff/change.ts'
import { canonical, isObject, isSame } from '../source/json.ts'
import { change, type Pair, stated } from './statements.ts'

/** Keywords whose meaning cannot be compared part by part: a change of theirs is told as a whole. */
const keywords = ['not', 'if', 'then', 'else', 'contains', 'dependentRequired', 'dependentSchemas'] as const

/** What has changed in conditions and in the discriminator. */
export function conditionChanges(pair: Pair): Change[] {
  return [...keywords.flatMap((keyword) => changesOf(pair, keyword)), ...discriminatorChanges(pair)]
}

function changesOf(pair: Pair, keyword: string): Change[] {
  const [before, after] = [stated(pair.old, keyword), stated(pair.new, keyword)]
  if (canonical(before) === canonical(after)) return []
  const rule = before.length === 0 ? 'condition-added' : after.length === 0 ? 'condition-removed' : 'condition-changed'
  return [change(pair, rule, keyword, before[0], after[0])]
}

function discriminatorChanges(pair: Pair): Change[] {
  const name = (side: Pair['old']) => stated(side, 'discriminator').find(isObject)?.['propertyName']
  const [before, after] = [name(pair.old), name(pair.new)]
  return isSame(before, after) ? [] : [change(pair, 'discriminator-changed', 'discriminator', before, after)]
}
