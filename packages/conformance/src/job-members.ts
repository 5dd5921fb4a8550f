import { isRow, type Row } from './expectations.ts'

/** The files that a job lists, as far as they can be understood. */
export const artifactsOf = ({ artifacts }: Row): readonly Row[] => (Array.isArray(artifacts) ? artifacts.filter(isRow) : [])

export const fileTypesOf = (job: Row): readonly unknown[] => artifactsOf(job).map(({ file_type: type }) => type)

export const hasArchive = ({ artifacts_file: file }: Row): boolean => isRow(file)
