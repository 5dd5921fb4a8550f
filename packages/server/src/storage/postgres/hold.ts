import type { Session } from './session.ts'

/**
 * In a change, asks about a pipeline, its jobs or their artifacts while nobody else can change any of them: whoever wants to must hold
 * the pipeline, until the end of the transaction. So of two who cancel and finish the same job one comes after the other, and sees
 * what became of it. The question travels with the order to hold, and is answered after it, with what was committed by then.
 */
async function hold<Answer>(session: Session, pipelines: string, id: number, ask: () => Promise<Answer>): Promise<Answer> {
  if (session.kind === 'read') return ask()
  const [, answer] = await Promise.all([session.table(`select from pipelines where id = ${pipelines} for no key update`, [id]), ask()])
  return answer
}

export const holdPipeline = <Answer>(session: Session, id: number, ask: () => Promise<Answer>) => hold(session, '$1', id, ask)

export const holdJob = <Answer>(session: Session, id: number, ask: () => Promise<Answer>) =>
  hold(session, '(select pipeline_id from jobs where id = $1)', id, ask)
