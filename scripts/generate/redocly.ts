import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs Redocly with the project's configuration; if it fails, the error says what Redocly says. */
export async function redocly(...args: string[]): Promise<void> {
  await promisify(execFile)('redocly', [...args, '--config', 'openapi/redocly.yaml']).catch((failure: Error & { stderr?: string }) => {
    throw new Error(failure.stderr || failure.message)
  })
}
