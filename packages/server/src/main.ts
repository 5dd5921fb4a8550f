#!/usr/bin/env node
import process from 'node:process'
import { help } from './screen.ts'
import { start } from './server.ts'
import { readSettings, SettingError } from './settings.ts'

// The edge: the only file that touches the process.
const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(help())
} else {
  try {
    const server = await start(readSettings(args, process.env), {
      say: (text) => void process.stdout.write(text),
      complain: (text) => void process.stderr.write(text),
    })
    const stop = () => void server.stop().then(() => process.exit(0))
    process.once('SIGINT', stop).once('SIGTERM', stop)
  } catch (error) {
    process.stderr.write(
      `${error instanceof SettingError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exitCode = 1
  }
}
