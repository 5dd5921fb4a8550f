import { spawn } from 'node:child_process'
import type { Step } from './steps.ts'

/** What became of a step: whether it passed, how long it took, and what it said unless it spoke for itself. */
export interface Outcome {
  readonly passed: boolean
  readonly seconds: number
  readonly output: string
}

/** Runs the commands of a step until one fails. `aloud` lets it write to the terminal as it goes. */
export async function runStep(step: Step, args: readonly string[], aloud: boolean): Promise<Outcome> {
  const begun = performance.now()
  let output = ''
  let passed = true
  for (const [program = '', ...own] of step.commands) {
    const result = await run(program, [...own, ...args], aloud)
    output += result.output
    passed = result.passed
    if (!passed) break
  }
  return { passed, seconds: (performance.now() - begun) / 1000, output }
}

function run(program: string, args: readonly string[], aloud: boolean): Promise<{ passed: boolean; output: string }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const child = spawn(program, args, { stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ passed: false, output: `${program}: ${error.message}\n` }))
    child.on('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(chunks).toString() }))
  })
}
