// `npm run move`: the server's own program and its command of that name, with the arguments as they are.
process.argv.splice(2, 0, 'move')
await import('../packages/server/src/main.ts')
