import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const rooms = ['packages/**/src', 'scripts', 'openapi']

// Tests that need more than Node (curl, a registry) stand in scripts/ci. They run only when asked for by `--dir scripts/ci`,
// which is also where their patterns begin.
const onlyCi = process.argv.includes('scripts/ci')

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: onlyCi ? ['**/*.test.ts'] : rooms.map((room) => `${room}/**/*.test.ts`),
    exclude: onlyCi ? configDefaults.exclude : [...configDefaults.exclude, '**/dist/**', 'scripts/ci/**'],
    // Elsewhere all cores but one, since tests start programs that want one, too. In scripts/ci memory and time are measured.
    ...(onlyCi ? { maxWorkers: 1 } : {}),
    // Many tests start servers as processes; on a busy machine of two cores that takes its time.
    testTimeout: onlyCi ? 120_000 : 60_000,
    hookTimeout: onlyCi ? 120_000 : 60_000,
    expect: { poll: { timeout: 20_000 } },
    typecheck: {
      enabled: !onlyCi,
      tsconfig: 'scripts/tsconfig.types.json',
      include: rooms.map((room) => `${room}/**/*.test-d.ts`),
      // `tsc -b` reports those, once and in the right order.
      ignoreSourceErrors: true,
    },
  },
})
