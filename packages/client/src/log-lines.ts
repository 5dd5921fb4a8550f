/**
 * The lines of a log, without their ends: `\n` or `\r\n`. A `\r` within a line stays, as in progress bars, which write over
 * themselves. Bytes that are no UTF-8 become U+FFFD. A last line without an end counts if there is anything in it.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let open: string[] = [] // joined once, so that a line of many chunks costs no more than its length
  const line = (end: string) => {
    const text = [...open, end].join('')
    open = []
    return text.endsWith('\r') ? text.slice(0, -1) : text
  }
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    const last = others.pop()
    if (last === undefined) {
      open.push(first)
      continue
    }
    yield line(first)
    for (const other of others) yield line(other)
    open.push(last)
  }
  const rest = line(decoder.decode())
  if (rest !== '') yield rest
}
