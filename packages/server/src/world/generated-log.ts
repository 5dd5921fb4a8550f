/** So many bytes of log, always the same: a block of lines, each with its number, again and again. */
export function generatedLog(size: number): Buffer {
  const lines = Array.from({ length: 4096 }, (_, index) => `${String(index + 1).padStart(5, '0')} ${sentences[index % sentences.length]}\n`)
  return Buffer.alloc(size, lines.join(''))
}

const sentences = [
  'GET /quotes?from=Bremen&to=Oslo 200 in 12 ms',
  'retrying the harbour master, attempt 2 of 3',
  '\u001b[32m✓\u001b[0m the manifest of the Skagerrak is complete',
  'rows 120000..124096 copied, 0 rejected',
  '\u001b[33mwarning\u001b[0m  the crane at quay 7 answered late (840 ms)',
]
