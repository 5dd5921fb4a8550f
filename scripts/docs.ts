// `npm run docs`: builds the documentation, one folder of pages that needs no network and no server.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildSite } from './docs/build.ts'
import { serveFolder } from './docs/serve.ts'

const help = `npm run docs [-- --serve] [--port NUMBER] [--output FOLDER]

Builds the documentation of everything here into FOLDER (dist/docs), where index.html can be opened as it is. With --serve
it is also served on http://127.0.0.1:4020 (--port; 0 takes any free one) until it is stopped.`

const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '4020' },
    output: { type: 'string', default: join('dist', 'docs') },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}

const { pages, broken } = await buildSite(values.output)
for (const link of broken) console.error(`leads nowhere: ${link}`)
console.log(`${pages.length} pages: ${join(values.output, 'index.html')}`)
if (broken.length > 0) process.exitCode = 1
if (values.serve) console.log((await serveFolder(values.output, Number(values.port))).url)
