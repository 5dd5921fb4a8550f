import { type JobEvent, transitions } from '@jobs-api/lifecycle'
import { code, section, table, text } from './html.ts'
import type { Page } from './page.ts'

const events = Object.keys(transitions) as JobEvent[]

/** What may happen to a job, as a picture and in words. */
export function lifecyclePage(): Page {
  const rows = events.flatMap((event) => transitions[event].map(({ from, to }) => [code(event), from.map(code).join(' '), code(to)]))
  const body = `<h1>The lifecycle of a job</h1>
<p class="lead">${text('Thirteen statuses, and the events that take a job from one to another. Made from the tables of packages/lifecycle, which the server follows.')}</p>
${section('events', 'Events', table('Events', ['Event', 'From', 'To'], rows))}`
  return { path: 'lifecycle.html', title: 'The lifecycle of a job', chapter: 'Reference', body }
}
