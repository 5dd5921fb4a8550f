import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const rooms = ['packages/**/src', 'scripts', 'openapi']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: rooms.map((room) => `${room}/**/*.test.ts`),
    // Many tests start servers as processes; on a busy machine of two cores that takes its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    typecheck: {
      enabled: true,
      tsconfig: 'scripts/tsconfig.types.json',
      include: rooms.map((room) => `${room}/**/*.test-d.ts`),
      // `tsc -b` reports those, once and in the right order.
      ignoreSourceErrors: true,
    },
  },
})
