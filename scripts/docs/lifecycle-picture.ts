import { isIn, type JobEvent, type JobStatus, transitions } from '@jobs-api/lifecycle'
import { instance } from '@viz-js/viz'
import { text } from './html.ts'

interface Arrow {
  readonly from: JobStatus | 'underWay'
  readonly to: JobStatus
  readonly event: JobEvent
}

/** What succeeds is under way; these statuses share so many ways out that the picture shows them as one place. */
export const underWay: readonly JobStatus[] = transitions.succeed[0].from
const events = Object.keys(transitions) as JobEvent[]

/** Every transition once; those that lead out of all that is under way together. */
export function arrows(): Arrow[] {
  return events.flatMap((event) =>
    transitions[event].flatMap(({ from, to }) => {
      const statuses: readonly JobStatus[] = from
      const together = underWay.every((status) => statuses.includes(status))
      const single = statuses.filter((status) => !(together && underWay.includes(status)))
      return [...(together ? ['underWay' as const] : []), ...single].map((each) => ({ from: each, to, event }))
    }),
  )
}

/** The lifecycle as a picture, in colours that the page decides on. */
export async function lifecyclePicture(): Promise<string> {
  const viz = await instance()
  const drawn = viz.renderString(graph(), { format: 'svg' })
  const [, size = ''] = /viewBox="([^"]+)"/.exec(drawn) ?? []
  const inside = drawn.slice(drawn.indexOf('<g '), drawn.lastIndexOf('</svg>'))
  // Colours and fonts are the page's; titles of parts would be read out one by one.
  const bare = inside.replaceAll(/<title>.*?<\/title>|<!--.*?-->/gs, '').replaceAll(/ (fill|stroke|font-family|font-size)="[^"]*"/g, '')
  return `<svg class="lifecycle" role="img" aria-labelledby="lifecycle-title lifecycle-description" viewBox="${size}">
<title id="lifecycle-title">The statuses of a job and the events between them</title>
<desc id="lifecycle-description">${text(inWords())}</desc>
${bare}</svg>`
}

function graph(): string {
  const nodes = [
    ...new Set(
      arrows()
        .flatMap(({ from, to }) => (from === 'underWay' ? [to] : [from, to]))
        .concat(underWay),
    ),
  ]
  const inside = nodes.filter((status) => underWay.includes(status))
  const byPlaces = Map.groupBy(arrows(), ({ from, to }) => `${from} ${to}`)
  const edges = [...byPlaces.values()].map((all) =>
    edge(
      all[0]?.from ?? 'underWay',
      all[0]?.to ?? 'created',
      all.map(({ event }) => event),
    ),
  )
  return `digraph {
    compound=true rankdir=TB nodesep=0.35 ranksep=0.55 bgcolor=transparent
    node [shape=box style=rounded fontname=Helvetica fontsize=14 height=0.5 margin="0.2,0.06"]
    edge [fontname=Helvetica fontsize=10.5 arrowsize=0.6]
    subgraph cluster_underway { label="under way" labeljust=l fontname=Helvetica fontsize=11 style=rounded margin=18
      ${inside.map(node).join('\n')} }
    ${nodes
      .filter((status) => !underWay.includes(status))
      .map(node)
      .join('\n')}
    { rank=sink; success; failed; canceled }
    ${edges.join('\n')}
  }`
}

/** A status, and under it the event that leads there, where there is only one: then no arrow needs to name it. */
function node(status: JobStatus): string {
  const event = onlyEventTo(status)
  const small = event === undefined ? '' : `\\n${spaced(event)}`
  return `${status} [label="${status}${small}" class="${isIn('complete', status) ? 'ended' : 'open'}"]`
}

function onlyEventTo(status: JobStatus): JobEvent | undefined {
  const found = new Set(arrows().flatMap(({ to, event }) => (to === status ? [event] : [])))
  return found.size === 1 ? [...found][0] : undefined
}

const spaced = (name: string) => name.replaceAll('_', ' ')

function edge(from: Arrow['from'], to: JobStatus, names: readonly JobEvent[]): string {
  const label = onlyEventTo(to) === undefined ? `label=" ${names.map(spaced).join('\\n ')}"` : ''
  if (from === 'underWay') return `running -> ${to} [${label} ltail=cluster_underway class="together"]`
  return `${from} -> ${to} [${label}]`
}

/** The same, to be heard. */
function inWords(): string {
  const sentences = [...Map.groupBy(arrows(), ({ event }) => event)].map(([event, all]) => {
    const ways = all.map(({ from, to }) => `${from === 'underWay' ? 'whatever is under way' : from} to ${to}`)
    return `${event}: ${[...new Set(ways)].join(', ')}.`
  })
  return spaced(`Under way are ${underWay.join(', ')}. ${sentences.join(' ')}`)
}
