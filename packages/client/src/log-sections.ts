import { linesOf } from './log-lines.ts'

/** A part of a log between `section_start` and `section_end`. */
export interface LogSection {
  readonly name: string
  /** What stands on the line of the start mark behind it, with its colour codes; may be empty. */
  readonly header: string
  readonly startedAt: Date
  /** `undefined` if the log ended before the section did. */
  readonly endedAt: Date | undefined
  /** Without the lines of sections within it. */
  readonly lines: readonly string[]
}

type Open = { -readonly [Member in keyof LogSection]: LogSection[Member] } & { lines: string[] }

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are terminal codes, so that a terminal hides them
const mark = /(?:\x1b\[0K)?section_(start|end):(\d+):([\w.-]+)(?:\[[^\]\r]*\])?\r\x1b\[0K/g

/**
 * The sections of a log, each when it ends, so an inner one before the one around it. The end of a section ends those that
 * are open within it; lines that stand in no section are left out. The form of the marks is that of
 * https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections.
 */
export async function* sectionsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LogSection, void, undefined> {
  const open: Open[] = []
  for await (const line of linesOf(chunks)) {
    let from = 0
    let isHeader = false
    const text = (to?: number) => {
      const piece = line.slice(from, to)
      const section = open.at(-1)
      if (section !== undefined && isHeader) section.header = piece
      else if (piece !== '' || (from === 0 && to === undefined)) section?.lines.push(piece)
    }
    for (const { 0: whole, 1: kind, 2: seconds, 3: name = '', index } of line.matchAll(mark)) {
      text(index)
      from = index + whole.length
      isHeader = kind === 'start'
      const time = new Date(Number(seconds) * 1000)
      if (isHeader) open.push({ name, header: '', startedAt: time, endedAt: undefined, lines: [] })
      else yield* ended(open, name, time)
    }
    text()
  }
  yield* open.reverse()
}

/** Takes away the innermost section of that name and what is in it; none, if there is no such section. */
function ended(open: Open[], name: string, endedAt: Date): LogSection[] {
  const at = open.findLastIndex((section) => section.name === name)
  return at < 0
    ? []
    : open
        .splice(at)
        .reverse()
        .map((section) => ({ ...section, endedAt }))
}
