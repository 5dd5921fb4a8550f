import process from 'node:process'

// The server's own program, as the sandbox, with the arguments as they are.
process.argv.splice(2, 0, 'sandbox')
await import('../packages/server/src/main.ts')
