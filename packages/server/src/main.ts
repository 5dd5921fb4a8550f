#!/usr/bin/env node
import process from 'node:process'
import { commands as backupCommands } from './backup/commands.ts'
import { moveCommand } from './move/command.ts'
import { readSandboxSettings, sandboxHelp } from './sandbox/sandbox-settings.ts'
import { startSandbox } from './sandbox/start-sandbox.ts'
import { help } from './screen.ts'
import { start } from './server.ts'
import { readSettings, SettingError } from './settings.ts'
import { importCommand } from './world/import/command.ts'

// The edge: the only file that touches the process.
const args = process.argv.slice(2)
const edge = {
  environment: process.env,
  say: (text: string) => void process.stdout.write(text),
  complain: (text: string) => void process.stderr.write(text),
  interrupted() {
    const interruption = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interruption.abort())
    return interruption.signal
  },
  exitWith(code: number) {
    process.exitCode = code
  },
}
const commands: Readonly<Record<string, (args: readonly string[], its: typeof edge) => Promise<void>>> = {
  ...backupCommands,
  import: importCommand,
  move: moveCommand,
  sandbox,
}

const asksForHelp = args.includes('--help') || args.includes('-h')

try {
  const command = commands[args[0] ?? '']
  if (command !== undefined) await command(args.slice(1), edge)
  else if (asksForHelp) edge.say(help())
  else await serve(start(readSettings(args, edge.environment), edge))
} catch (error) {
  edge.complain(
    `${error instanceof SettingError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
}

async function sandbox(flags: readonly string[]): Promise<void> {
  if (asksForHelp) return edge.say(sandboxHelp())
  await serve(startSandbox(readSandboxSettings(flags, edge.environment), edge))
}

async function serve(starting: Promise<{ stop(): Promise<void> }>): Promise<void> {
  const server = await starting
  const stop = () => void server.stop().then(() => process.exit(0))
  process.once('SIGINT', stop).once('SIGTERM', stop)
}
