import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { attempt, type Bucket } from './bucket.ts'

/** So many bytes are sent at once: S3 wants parts of 5 MiB at least, and takes 10,000 of them. */
const partSize = 8 * 2 ** 20

/** Sends a stream of any length; the object is there when all of it has arrived, or not at all. At most two parts are held in memory. */
export async function upload(bucket: Bucket, key: string, bytes: Readable): Promise<{ size: number; sha256: string }> {
  const digest = createHash('sha256')
  let size = 0
  const measured = async function* () {
    for await (const part of inParts(bytes)) {
      digest.update(part)
      size += part.length
      yield part
    }
  }
  const target = { Bucket: bucket.name, Key: bucket.prefix + key }
  const parts = measured()
  const { value: first = Buffer.of() } = await parts.next()
  if (first.length < partSize) await attempt(() => bucket.client.send(new PutObjectCommand({ ...target, Body: first })))
  else await uploadParts(bucket, target, first, parts)
  return { size, sha256: digest.digest('hex') }
}

type Target = { readonly Bucket: string; readonly Key: string }

async function uploadParts({ client }: Bucket, target: Target, first: Buffer, rest: AsyncIterable<Buffer>): Promise<void> {
  const { UploadId } = await attempt(() => client.send(new CreateMultipartUploadCommand(target)))
  const upload = { ...target, UploadId }
  const Parts: { PartNumber: number; ETag: string | undefined }[] = []
  const send = async (Body: Buffer) => {
    const PartNumber = Parts.length + 1
    const { ETag } = await attempt(() => client.send(new UploadPartCommand({ ...upload, PartNumber, Body })))
    Parts.push({ PartNumber, ETag })
  }
  try {
    await send(first)
    for await (const part of rest) await send(part)
    await attempt(() => client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })))
  } catch (accident) {
    // Otherwise the parts would lie there, unseen and paid for. Where this fails, too, the bucket's own rules have to tidy up.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined)
    throw accident
  }
}

/** The same bytes in parts of one size; the last may be smaller. */
async function* inParts(bytes: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    let rest = Buffer.from(chunk)
    while (size + rest.length >= partSize) {
      const end = partSize - size
      yield Buffer.concat([...held, rest.subarray(0, end)])
      rest = rest.subarray(end)
      held = []
      size = 0
    }
    held.push(rest)
    size += rest.length
  }
  if (size > 0) yield Buffer.concat(held)
}
