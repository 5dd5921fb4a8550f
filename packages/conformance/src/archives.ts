import type { NumberedRow } from './answer.ts'
import type { Target } from './target.ts'

const fileTypes = ({ artifacts }: NumberedRow): readonly unknown[] =>
  Array.isArray(artifacts)
    ? artifacts.map((artifact: unknown) =>
        typeof artifact === 'object' && artifact !== null && 'file_type' in artifact ? artifact.file_type : null,
      )
    : []

/** A finished job whose archive may still be downloaded, as far as the list tells. */
export const findArchived = ({ findJob }: Target): Promise<NumberedRow> =>
  findJob('a job with an archive', 'scope[]=success', (job) => typeof job['artifacts_file'] === 'object' && job['artifacts_file'] !== null)

/** A job that has no archive, not even an expired one. */
export const findUnarchived = ({ findJob }: Target): Promise<NumberedRow> =>
  findJob('a job without an archive', '', (job) => (job['artifacts_file'] ?? null) === null && !fileTypes(job).includes('archive'))
