import type { JobReader, JobWriter } from '../job-store.ts'
import type { Session } from './session.ts'

export const noteReader = (session: Session): Pick<JobReader, 'note'> => ({
  note: async (about) => (await session.record<{ text: string }>('select data from notes where about = $1', [about]))?.text,
})

export const noteWriter = (session: Session): Pick<JobWriter, 'saveNote'> => ({
  saveNote: async (about, text) => {
    const save = 'insert into notes (about, data) values ($1, $2) on conflict (about) do update set data = excluded.data'
    await session.run(save, [about, JSON.stringify({ text })])
  },
})
