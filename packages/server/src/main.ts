#!/usr/bin/env node
import process from 'node:process'
import { commands } from './backup/commands.ts'
import { help } from './screen.ts'
import { start } from './server.ts'
import { readSettings, SettingError } from './settings.ts'

// The edge: the only file that touches the process.
const args = process.argv.slice(2)
const edge = {
  environment: process.env,
  say: (text: string) => void process.stdout.write(text),
  complain: (text: string) => void process.stderr.write(text),
}

try {
  const command = commands[args[0] ?? '']
  if (command !== undefined) await command(args.slice(1), edge)
  else if (args.includes('--help') || args.includes('-h')) edge.say(help())
  else await serve()
} catch (error) {
  edge.complain(
    `${error instanceof SettingError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const server = await start(readSettings(args, edge.environment), edge)
  const stop = () => void server.stop().then(() => process.exit(0))
  process.once('SIGINT', stop).once('SIGTERM', stop)
}
