import { inflateRawSync } from 'node:zlib'

/** The entries of a ZIP archive, read from its central directory, with their content. APPNOTE.TXT 4.3. */
export function zipEntries(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf('PK\x05\x06', -1, 'latin1')
  if (end === -1) throw new Error('not a ZIP archive: it has no end of a central directory')
  const entries = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw new Error('not a ZIP archive: its central directory is damaged')
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number]
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), contentOf(bytes, at))
    at += 46 + name + extra + comment
  }
  return entries
}

function contentOf(bytes: Buffer, record: number): Buffer {
  const local = bytes.readUInt32LE(record + 42)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const content = bytes.subarray(start, start + bytes.readUInt32LE(record + 20))
  return bytes.readUInt16LE(record + 10) === 8 ? inflateRawSync(content) : content
}
