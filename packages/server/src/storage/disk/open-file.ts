import fs, { type ReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { BytesGone } from '../bytes.ts'

// A file that was there when it was looked for may have been removed when it is opened.

export async function openFile(path: string): Promise<FileHandle> {
  return open(path).catch((error: NodeJS.ErrnoException) => {
    throw goneOr(error)
  })
}

/** The bytes from `start` up to and without `end`, of which there must be some. */
export function streamOfFile(path: string, start: number, end: number): ReadStream {
  return fs.createReadStream(path, { start, end: end - 1, highWaterMark: 512 * 1024, fs: { ...fs, open: openOrGone } })
}

type Opened = (error: Error | null, file: number) => void

const openOrGone = (path: string, flags: string, mode: number, done: Opened) =>
  fs.open(path, flags, mode, (error, file) => done(error && goneOr(error), file))

const goneOr = (error: NodeJS.ErrnoException): Error =>
  error.code === 'ENOENT' ? new BytesGone(`${error.path} has been removed meanwhile`, { cause: error }) : error
