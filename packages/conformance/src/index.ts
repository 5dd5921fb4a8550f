export type { Case, Level } from './case.ts'
export { allCases, cases } from './cases/index.ts'
export { conforms, type Finding, run, type Verdict } from './run.ts'
export { createTarget, type Target, type TargetOptions } from './target.ts'
