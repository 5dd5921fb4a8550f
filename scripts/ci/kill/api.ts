import { hash } from 'node:crypto'
import { token } from './world.ts'

export const actions = {
  play: ['POST', '/play'],
  cancel: ['POST', '/cancel'],
  retry: ['POST', '/retry'],
  erase: ['POST', '/erase'],
  keep: ['POST', '/artifacts/keep'],
  delete: ['DELETE', '/artifacts'],
} as const
export type Action = keyof typeof actions

export interface JobShown {
  readonly id: number
  readonly name: string
  readonly status: string
  readonly erased_at: string | null
  readonly finished_at: string | null
  readonly artifacts_expire_at: string | null
  readonly artifacts: readonly object[]
}

async function ask(url: string, method: string, path: string): Promise<{ status: number; tag: string | null; body: Buffer }> {
  const answer = await fetch(`${url}/api/v4/projects/1/jobs/${path}`, { method, headers: { 'PRIVATE-TOKEN': token } })
  return { status: answer.status, tag: answer.headers.get('etag'), body: Buffer.from(await answer.arrayBuffer()) }
}

/** The job of the answer, null if there is none in it, undefined if it was a refusal. An accident is an error. */
export async function act(url: string, action: Action, jobId: number): Promise<JobShown | null | undefined> {
  const [method, path] = actions[action]
  const { status, body } = await ask(url, method, `${jobId}${path}`)
  if (status >= 500) throw new Accident(`${action} of job ${jobId} was answered ${status}: ${body}`)
  if (status >= 400) return undefined
  return body.length === 0 ? null : JSON.parse(body.toString())
}

export class Accident extends Error {}

export async function jobOf(url: string, id: number): Promise<JobShown> {
  const { status, body } = await ask(url, 'GET', String(id))
  if (status !== 200) throw new Error(`job ${id} is gone: ${status} ${body}`)
  return JSON.parse(body.toString())
}

export async function logOf(url: string, id: number): Promise<string> {
  return (await ask(url, 'GET', `${id}/trace`)).body.toString()
}

/** Whether the archive is there, whole. */
export async function hasArchive(url: string, id: number): Promise<boolean> {
  const { status, tag, body } = await ask(url, 'GET', `${id}/artifacts`)
  return status === 200 && tag === `"${hash('sha256', body)}"`
}
