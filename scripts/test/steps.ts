import { existsSync } from 'node:fs'

/** A part of `npm test`: a name to select it by, a sentence, and the commands that run one after the other. */
export interface Step {
  readonly sentence: string
  readonly commands: readonly (readonly string[])[]
}

const config = 'openapi/redocly.yaml'
const documents = ['openapi', 'neighbours', 'service', 'sandbox'].map((name) => `openapi/${name}.yaml`).filter((path) => existsSync(path))

/** Every step, in the order in which the results are most useful: a wrong contract explains all failures after it. */
export const steps: Readonly<Record<string, Step>> = {
  lint: {
    sentence: 'the contracts obey the rules of openapi/redocly.yaml, and those rules exist',
    commands: [
      ['redocly', 'lint', ...documents, '--config', config],
      // A mistyped rule is only a warning otherwise, and never fires.
      ['redocly', 'check-config', '--config', config, '--lint-config', 'error'],
    ],
  },
  generate: { sentence: 'what is generated is what would be generated now', commands: [['node', 'scripts/generate.ts', '--check']] },
  style: {
    sentence: 'formatting, lint and import order (Biome)',
    commands: [['biome', 'check', '--error-on-warnings', '--no-errors-on-unmatched']],
  },
  types: { sentence: 'all packages, scripts, tests and examples compile (tsc -b)', commands: [['tsc', '-b', 'scripts']] },
  house: { sentence: 'the walls between the rooms stand', commands: [['node', 'scripts/check-house.ts']] },
  vitest: { sentence: 'all tests, types among them', commands: [['vitest', 'run', '--config', 'scripts/vitest.config.ts']] },
}
