import { Readable } from 'node:stream'
import { DeleteObjectsCommand, GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { type ArtifactStore, assertKey, type Link } from '../artifact-store.ts'
import { type Bytes, BytesGone } from '../bytes.ts'
import { StoreBusy } from '../job-store.ts'
import { attempt, type Bucket, closeBucket, openBucket } from './bucket.ts'
import { signedAddress } from './sign.ts'
import { isMissing } from './trouble.ts'
import { upload } from './upload.ts'

/** So many objects S3 removes at once. */
const batch = 1000

/** One object an artifact, in a bucket. */
export class S3ArtifactStore implements ArtifactStore {
  readonly #bucket: Bucket

  readonly link: Link = async (key, download) => {
    assertKey(key)
    return attempt(() => signedAddress(this.#bucket, key, download))
  }

  private constructor(bucket: Bucket) {
    this.#bucket = bucket
  }

  /** Opens `s3://bucket/prefix?...`, as `openBucket` says. */
  static async open(url: string): Promise<S3ArtifactStore> {
    return new S3ArtifactStore(await openBucket(url))
  }

  async put(key: string, bytes: Readable): Promise<{ size: number; sha256: string }> {
    // A stream may break before it is read; without a listener that would end the process.
    bytes.on('error', () => undefined)
    assertKey(key)
    return upload(this.#bucket, key, bytes)
  }

  async read(key: string): Promise<Bytes | undefined> {
    assertKey(key)
    const found = await attempt(() => this.#bucket.client.send(new HeadObjectCommand(this.#target(key)))).catch(unlessMissing)
    if (found === undefined) return undefined
    const { ContentLength: size = 0, ETag: tag } = found
    const open = (start: number, end: number) => Readable.from(this.#stretch(key, tag, start, end), { objectMode: false })
    return { size, ranges: true, open }
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) assertKey(key)
    for (let start = 0; start < keys.length; start += batch) {
      const Objects = keys.slice(start, start + batch).map((key) => ({ Key: this.#bucket.prefix + key }))
      const command = new DeleteObjectsCommand({ Bucket: this.#bucket.name, Delete: { Objects, Quiet: true } })
      const { Errors: [trouble] = [] } = await attempt(() => this.#bucket.client.send(command))
      if (trouble !== undefined) throw new StoreBusy(`the object store does not remove ${trouble.Key}: ${trouble.Message}`)
    }
  }

  close(): void {
    closeBucket(this.#bucket)
  }

  /** The bytes of one and the same object. Where they break off, they go on from there, as long as each attempt brings some. */
  async *#stretch(key: string, tag: string | undefined, start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end; ) {
      const began = position
      const Range = `bytes=${position}-${end - 1}`
      const command = new GetObjectCommand({ ...this.#target(key), Range, ...(tag === undefined ? {} : { IfMatch: tag }) })
      const { Body } = await attempt(() => this.#bucket.client.send(command)).catch((error: unknown) => {
        throw isMissing(error) ? new BytesGone(`${key} has been removed meanwhile`, { cause: error }) : error
      })
      if (!(Body instanceof Readable)) throw new Error(`the object store has sent nothing of ${key}`)
      try {
        for await (const chunk of Body) {
          position += chunk.length
          yield chunk
        }
      } catch (accident) {
        if (position === began) throw new StoreBusy(`the object store breaks off ${key}`, { cause: accident })
      }
      if (position === began) throw new StoreBusy(`the object store breaks off ${key} at ${position} in place of ${end}`)
    }
  }

  #target(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket.name, Key: this.#bucket.prefix + key }
  }
}

function unlessMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error
}
