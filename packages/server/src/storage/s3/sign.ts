import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Download } from '../artifact-store.ts'
import type { Bucket } from './bucket.ts'

/** Seconds, as in GitLab: long enough for slow beginnings, short enough for an address that has got into a log. */
const lifetime = 600

/** Nobody is asked: an address is signed with the secret that we have. */
export function signedAddress({ signer, name, prefix }: Bucket, key: string, { method, type, disposition, at }: Download): Promise<string> {
  const target = { Bucket: name, Key: prefix + key, ResponseContentType: type, ResponseContentDisposition: disposition }
  const command = method === 'GET' ? new GetObjectCommand(target) : new HeadObjectCommand(target)
  return getSignedUrl(signer, command, { expiresIn: lifetime, signingDate: new Date(at) })
}
