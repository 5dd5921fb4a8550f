import { document } from '@jobs-api/contract'
import { type Action, actions, type JobEvent, type JobStatus, transitions } from '@jobs-api/lifecycle'
import { code, scrolling, section, table, text } from './html.ts'
import { lifecyclePicture } from './lifecycle-picture.ts'
import { objectOf, wordsOf } from './operation.ts'
import type { Page } from './page.ts'
import type { Words } from './schema.ts'
import { statuses } from './states-section.ts'

const events = Object.keys(transitions) as JobEvent[]
const allActions = Object.keys(actions) as Action[]

/** What may happen to a job, as a picture and in words. */
export async function lifecyclePage(words: Words): Promise<Page> {
  const rows = events.flatMap((event) => transitions[event].map(({ from, to }) => [code(event), from.map(code).join(' '), code(to)]))
  const body = `<h1>The lifecycle of a job</h1>
<p class="lead">${statuses.length} statuses, and the events that take a job from one to another.
Made from the tables in <code>packages/lifecycle</code>, which the server follows.</p>
<figure>${scrolling('The lifecycle as a picture', await lifecyclePicture())}
<figcaption class="quiet">The small word under a status is the event that leads there. What is drawn from the box applies to every status in it. The tables below say the same in words.</figcaption></figure>
${section('statuses', 'Statuses', statusTable(words))}
${section('events', 'Events', table('Events', ['Event', 'From', 'To'], rows))}`
  return { path: 'lifecycle.html', title: 'The lifecycle of a job', chapter: 'Reference', body }
}

/** Each status: what it means, and what a person may do to a job that is in it. */
function statusTable({ inline }: Words): string {
  const told = objectOf(objectOf(document.components['schemas']?.['JobStatus'])['x-enum-values'])
  const rows = statuses.map((status: JobStatus) => {
    const may = allActions.filter((action) => actions[action].from.some((from) => from === status))
    return [
      code(status),
      inline(wordsOf(objectOf(told[status])['description'])),
      may.map((action) => text(spaced(action))).join(', ') || 'nothing',
    ]
  })
  return table('Statuses', ['Status', 'Meaning', 'What can be done to such a job'], rows)
}

const spaced = (action: Action) => action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
