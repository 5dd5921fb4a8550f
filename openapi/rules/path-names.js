const verbs = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace']

/** GitLab calls a log a trace, and its addresses are not ours to change. */
const nouns = ['/projects/{id}/jobs/{job_id}/trace']

/** Redocly's `no-http-verbs-in-paths`, which cannot be told that one of those words is a noun here. */
export default () => ({
  PathItem: {
    /** @param {unknown} _ @param {import('./reading.js').Context} ctx */
    enter(_, ctx) {
      const path = String(ctx.key)
      const found = nouns.includes(path) ? undefined : verbs.find((verb) => path.split(/[/_-]/).includes(verb))
      if (found !== undefined) ctx.report({ message: `${path} must not contain the HTTP method "${found}".`, location: ctx.location.key() })
    },
  },
})
