import { editionNames } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { prove } from '../conformance/mutants/prove.ts'
import { mutants } from '../conformance/mutants/table.ts'

test.each(editionNames)(
  'every faulty server of the edition %s is caught by the check that is named for it',
  async (edition) => {
    const survivors = await prove(mutants.filter((mutant) => mutant.edition === edition))
    expect(survivors.map(({ mutant, outcome, reason }) => `${mutant.id}: ${mutant.caughtBy} says ${outcome} ${reason}`)).toEqual([])
  },
  1_200_000,
)
