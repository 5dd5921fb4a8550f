import type { JobReader, JobWriter } from '../job-store.ts'
import type { Database } from './database.ts'

export const noteReader = (database: Database): Pick<JobReader, 'note'> => ({
  note: async (about) => database.record<{ text: string }>('select data from notes where about = $about', { about })?.text,
})

export const noteWriter = (database: Database): Pick<JobWriter, 'saveNote'> => ({
  saveNote: async (about, text) =>
    void database.run('insert into notes (about, data) values ($about, $data) on conflict (about) do update set data = excluded.data', {
      about,
      data: JSON.stringify({ text }),
    }),
})
