import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { inOurWords } from './trouble.ts'

/** A place in an object store: a bucket, and what the keys of all our objects begin with. */
export interface Bucket {
  readonly client: S3Client
  /** Signs addresses for clients, who may know the object store by another name than we do. */
  readonly signer: S3Client
  readonly name: string
  readonly prefix: string
}

/**
 * Opens `s3://bucket/prefix?region=...&endpoint=...&public=...`; all parameters may be left out. `endpoint` is where a store listens that is
 * not Amazon's, `public` how clients reach the same store. The credentials come from where Amazon's own client looks for them: the
 * environment, shared files, or the role of the machine. Rejects if the bucket is not there or may not be used.
 */
export async function openBucket(url: string): Promise<Bucket> {
  const bucket = bucketAt(url)
  try {
    await attempt(() => bucket.client.send(new HeadBucketCommand({ Bucket: bucket.name })))
    return bucket
  } catch (error) {
    closeBucket(bucket)
    throw error
  }
}

/** The same, without asking whether it is there. Credentials may be given. */
export function bucketAt(url: string, credentials?: Credentials): Bucket {
  const { hostname: name, pathname, searchParams } = new URL(url)
  const parameter = (key: string) => searchParams.get(key) ?? undefined
  const endpoint = parameter('endpoint')
  const clientFor = (address: string | undefined) => makeClient({ region: parameter('region'), endpoint: address, credentials })
  const client = clientFor(endpoint)
  const prefix = pathname.replace(/^\/|\/$/g, '')
  return { client, signer: clientFor(parameter('public') ?? endpoint), name, prefix: prefix === '' ? '' : `${prefix}/` }
}

interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export function closeBucket({ client, signer }: Bucket): void {
  client.destroy()
  signer.destroy()
}

/** What the object store refuses or leaves unanswered becomes an error in the words of the ports. */
export async function attempt<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    throw inOurWords(error)
  }
}

/** Milliseconds. Whoever asks us waits meanwhile, and each is tried three times. */
const patience = { connectionTimeout: 2000, socketTimeout: 5000 } as const

interface Client {
  readonly region: string | undefined
  readonly endpoint: string | undefined
  readonly credentials: Credentials | undefined
}

function makeClient({ region, endpoint, credentials }: Client): S3Client {
  return new S3Client({
    ...(region === undefined ? {} : { region }),
    ...(credentials === undefined ? {} : { credentials }),
    // Other stores than Amazon's mostly have no name of its own for each bucket.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestHandler: { ...patience, httpAgent: agent, httpsAgent: agent },
    // Not every store understands the newer checksums; ours is the SHA-256 that stands in the row.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

const agent = { keepAlive: true, maxSockets: 100 } as const
