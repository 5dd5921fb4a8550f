import { JobList } from '../job-list.ts'
import { isRecord } from '../protocol.ts'
import { bad, good, type Row } from '../row.ts'
import { requestsTo } from '../stage.ts'

const many = 255

function idsIn(value: unknown): number[] {
  return Array.isArray(value) ? value.map((job: unknown) => (isRecord(job) ? Number(job['id']) : Number.NaN)) : []
}

const of = (ids: readonly number[], all: number) => `${new Set(ids).size} of ${all}${ids.length > new Set(ids).size ? ', some twice' : ''}`

export const pages: readonly Row[] = [
  {
    id: 'pages.all',
    sentence: 'All jobs of a project are all of them',
    measured: `${many} jobs, in pages of at most 100, with Link and X-Next-Page as GitLab sends them`,
    async probe(trial) {
      const list = new JobList(many)
      const player = await trial.play((heard, response) => list.answer(heard, response))
      const { value, error } = await trial.ask(player, { task: 'list_jobs' })
      if (error !== undefined) return bad(`${error.name}: ${error.message}`)
      const ids = idsIn(value)
      return ids.join() === list.ids.join() ? good(`${of(ids, many)} in ${requestsTo(player)}`) : bad(of(ids, many))
    },
  },
  {
    id: 'pages.moving',
    sentence: 'A list that grows while it is read shows no job twice',
    measured: 'before each page after the first, five new jobs come to the head of the list',
    async probe(trial) {
      const list = new JobList(many)
      const before = [...list.ids]
      const player = await trial.play((heard, response) => {
        if (player.heard.length > 1) list.grow(5)
        list.answer(heard, response)
      })
      const { value, error } = await trial.ask(player, { task: 'list_jobs' })
      if (error !== undefined) return bad(`${error.name}: ${error.message}`)
      const ids = idsIn(value)
      const twice = ids.length - new Set(ids).size
      if (before.some((id) => !ids.includes(id))) return bad(`only ${of(ids, many)}`)
      return twice === 0 ? good('none twice') : bad(`${twice} twice`)
    },
  },
  {
    id: 'pages.headerless',
    sentence: 'A list is not cut short where a proxy drops the headers of pages',
    measured: `${many} jobs, without Link and any X- header; an error is as good as all of them`,
    async probe(trial) {
      const list = new JobList(many, { hasHeaders: false })
      const player = await trial.play((heard, response) => list.answer(heard, response))
      const { value, error } = await trial.ask(player, { task: 'list_jobs' })
      if (error !== undefined) return good(error.name)
      const ids = idsIn(value)
      return ids.join() === list.ids.join() ? good(of(ids, many)) : bad(`${of(ids, many)} shown as all`)
    },
  },
  {
    id: 'pages.foreign-link',
    sentence: 'A Link to another host does not take the token there',
    measured: 'rel=next names another origin, as where an external address is set wrongly; the token is looked for there',
    async probe(trial) {
      const list = new JobList(many)
      const foreign = await trial.play((heard, response) => list.answer(heard, response))
      const home = await trial.play((heard, response) => list.answer(heard, response, { origin: foreign.origin }))
      const { value } = await trial.ask(home, { task: 'list_jobs', retries: 0 })
      const taken = foreign.heard.filter(({ text }) => text.includes(trial.secret)).length
      if (taken > 0) return bad(`the token went there ${taken} times`)
      return good(foreign.heard.length > 0 ? 'goes there without the token' : `stays, ${of(idsIn(value), many)}`)
    },
  },
  {
    id: 'pages.endless',
    sentence: 'A server that does not know pages is not asked without end',
    measured: 'every answer is the first page and names the second one as the next; after 30 requests that stops',
    async probe(trial) {
      const list = new JobList(many)
      const player = await trial.play((heard, response) => {
        const { length } = player.heard
        list.answer({ ...heard, url: heard.url.replace(/\?.*/, '?per_page=100') }, response, { isLast: length >= 30 })
      })
      await trial.ask(player, { task: 'list_jobs', retries: 0 })
      return player.heard.length < 30 ? good(`ends after ${requestsTo(player)}`) : bad(`asked ${player.heard.length} times`)
    },
  },
  {
    id: 'pages.first',
    sentence: 'Whoever wants the newest three does not read all',
    measured: `the requests for the first three of ${many} are counted`,
    async probe(trial) {
      const list = new JobList(many)
      const player = await trial.play((heard, response) => list.answer(heard, response))
      const { value, error } = await trial.ask(player, { task: 'first_jobs', count: 3 })
      if (error !== undefined) return bad(`${error.name}: ${error.message}`)
      const figure = `${idsIn(value).length} jobs in ${requestsTo(player)}`
      return idsIn(value).join() === list.ids.slice(0, 3).join() && player.heard.length === 1 ? good(figure) : bad(figure)
    },
  },
  {
    id: 'pages.scope',
    sentence: 'A filter by two statuses finds both',
    measured: 'failed and canceled, read as Rails reads it: of a repeated plain "scope" only the last counts',
    async probe(trial) {
      const list = new JobList(20)
      const player = await trial.play((heard, response) => list.answer(heard, response))
      const { value, error } = await trial.ask(player, { task: 'first_jobs', count: 20, scope: ['failed', 'canceled'] })
      if (error !== undefined) return bad(`${error.name}: ${error.message}`)
      const found = Array.isArray(value) ? [...new Set(value.map(({ status }) => String(status)))].sort().join(' and ') : 'no list'
      return found === 'canceled and failed' ? good(found) : bad(`finds ${found}`)
    },
  },
]
