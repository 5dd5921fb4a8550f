import { type Card, markdown, rows } from '@jobs-api/conformance/scorecard'
import type { Compared } from './candidates.ts'

export const pagePath = 'packages/client/SCORECARD.md'

/** What each client costs a page that loads it, which has no marks: the smallest is the one that does least. */
function weightTable(clients: readonly Compared[], weights: ReadonlyMap<string, number>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const kB = ({ name }: Compared) => `${((weights.get(name) ?? Number.NaN) / 1000).toFixed(1)} kB`
  const lines = [
    ['', ...clients.map(({ name }) => name)],
    ['---', ...clients.map(() => '---')],
    ['a program that lists jobs and reads one, minified and gzipped', ...clients.map(kB)],
  ]
  return lines.map(line).join('\n')
}

/** The page that shows what was found: everything in it is from this run. */
export const page = (
  clients: readonly Compared[],
  cards: readonly Card[],
  weights: ReadonlyMap<string, number>,
): string => `# How clients bear a bad server

What four clients of GitLab's Jobs API did at a server that redirects them, breaks connections, answers nonsense and sends much.
Each row is something that a client can do to its user, or keep from them. The server, the rows and the judgement are the same for
all; so is the way to try another client. Written by \`npm run scorecard -- --write\`; do not edit.

✓ does no harm · **✗** does · – the client has no such thing, and did no harm

${clients.map(({ name, version, program, use }) => `- **${name}** ${version}, ${use} ([program](../../${program}))`).join('\n')}

GitLab takes personal tokens as \`Authorization: Bearer\` as well, which \`fetch\` takes off by itself on the way to another origin: whoever
sends them so does as well with them as with OAuth tokens.

${markdown(cards)}

${weightTable(clients, weights)}

Tried with Node ${process.versions.node} on ${process.platform}. Times and sizes are those of one run on one machine; the marks do not depend on it.

## Try it yourself

\`\`\`sh
npm run scorecard                                    # these four; a minute
npm run scorecard -- --only credentials -- COMMAND   # another client, in any language: --help says what COMMAND has to do
npm run scorecard -- --list                          # every row and how it is measured
\`\`\`

A program for a client is about sixty lines, like those above or [that of python-gitlab](../../scripts/ci/python-gitlab-client.py). It
reads tasks from its standard input and says what the client made of them. It uses the client as its documentation says, with its
best options, and adds nothing. If one of these uses a client worse than it could be used, that is a mistake; please say so.

## How each row is measured

${rows.map(({ id, measured }) => `- \`${id}\`: ${measured}.`).join('\n')}
`
