/** What the Jobs API shows nobody, so that no copy can have it. Printed at the end of an import; worlds/README.md has the same list. */
export const unreadable = [
  'who may do what: members, protected branches and environments, access to artifacts, allow-lists of job tokens',
  'tokens, variables and secrets, schedules, and addresses of people beside the public one',
  'how a job is configured: script, when, rules, environment, resource group, inputs, variables, timeouts, when a delayed one starts',
  'the bytes of reports (junit and others) and of `metadata`: they are listed, as in the source, and cannot be downloaded there either',
  'attempts of a trigger job but the latest',
  'tags and limits of runners, and of several machines of one runner all but the one that was in contact last',
  'the repository',
] as const
