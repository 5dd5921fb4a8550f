import type { Standing } from './peers.ts'

const bar = { height: 18, gap: 12, left: 330, widest: 300 }
const style = `text { font: 13px system-ui, sans-serif; fill: #1f2328 } .ours { fill: #1a7f5a } .others { fill: #9aa4af }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .ours { fill: #3fb68b } .others { fill: #59636e } }`

/** What each costs, as bars; for a light page and a dark one. */
export function picture(standings: readonly Standing[]): string {
  const most = Math.max(...standings.map(({ cpuRatio }) => cpuRatio))
  const rows = standings.map(({ name, cpuRatio }, index) => {
    const y = 40 + index * (bar.height + bar.gap)
    const width = Math.max(2, (cpuRatio / most) * bar.widest).toFixed(0)
    const kind = name.includes('**') ? 'ours' : 'others'
    const label = `<text x="${bar.left - 10}" y="${y + 14}" text-anchor="end">${escaped(name.replaceAll('**', ''))}</text>`
    const figure = `<text x="${bar.left + Number(width) + 8}" y="${y + 14}">${cpuRatio.toFixed(1)}</text>`
    return `${label}<rect class="${kind}" x="${bar.left}" y="${y}" width="${width}" height="${bar.height}" rx="3"/>${figure}`
  })
  const height = 40 + standings.length * (bar.height + bar.gap)
  const title = 'CPU time of a server for a list of 20 jobs; node:http with the bytes at hand = 1'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${height}" viewBox="0 0 720 ${height}" role="img" aria-label="${title}">
<style>${style}</style>
<text x="10" y="20">${title}</text>
${rows.join('\n')}
</svg>
`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
