import type { Fault } from './faults/faults.ts'

/** Something to try in a world. */
export interface Trial {
  readonly says: string
  /** `GET /projects/1/jobs`, below `/api/v4`. */
  readonly request: string
  /** Who asks. Dana, a developer, unless it is said. */
  readonly as?: 'olga' | 'mia' | 'rita' | 'gus'
  readonly body?: object
  /** More for `curl`. */
  readonly flags?: string
  /** What is answered; 200 unless it is said. */
  readonly statuses?: readonly number[]
}

export interface CatalogueEntry {
  readonly name: string
  readonly title: string
  readonly description: string
  /** A file in `worlds/`, or a world that is made. */
  readonly from: string | { readonly jobs: number; readonly projects: number }
  readonly faults?: readonly Fault[]
  readonly trials: readonly Trial[]
}

const jobs = '/projects/1/jobs'

/** The worlds that come with the sandbox, and what to look at in each. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: 'demo',
    title: 'The demo world',
    description: 'A job in each of the thirteen statuses; every example of the contract is at home here.',
    from: 'demo.yaml',
    trials: [
      { says: 'Which jobs failed?', request: `GET ${jobs}?scope[]=failed` },
      { says: 'What did the linter say?', request: `GET ${jobs}/11/trace` },
      { says: 'Run it again.', request: `POST ${jobs}/11/retry`, statuses: [201] },
    ],
  },
  {
    name: 'company',
    title: 'A small company',
    description: 'The demo world with groups, projects and a history around it: matrices, releases, logs of compilers and linters.',
    from: 'company.yaml',
    trials: [{ says: 'The tests of one pipeline, in parallel.', request: 'GET /projects/1/pipelines/2/jobs?per_page=100' }],
  },
  {
    name: 'empty',
    title: 'Nothing yet',
    description: 'A project in which no job has ever run: lists are empty, and there is no second page.',
    from: 'sandbox/frame.yaml',
    trials: [
      { says: 'An empty list.', request: `GET ${jobs}` },
      { says: 'A job that is not there.', request: `GET ${jobs}/1`, statuses: [404] },
    ],
  },
  {
    name: 'retried-twin',
    title: 'A failed job with a retried twin',
    description: 'Two attempts of `unit` in one pipeline, of which the first failed; `lint` failed, too, and succeeds if it is retried.',
    from: 'sandbox/retried-twin.yaml',
    trials: [
      { says: 'The latest attempt of each job.', request: 'GET /projects/1/pipelines/10/jobs' },
      { says: 'All attempts.', request: 'GET /projects/1/pipelines/10/jobs?include_retried=true' },
      { says: 'Why did the first fail?', request: `GET ${jobs}/2/trace` },
      { says: 'Give the other a twin.', request: `POST ${jobs}/4/retry`, statuses: [201] },
    ],
  },
  {
    name: 'manual-gate',
    title: 'A manual gate',
    description: 'A deployment waits to be played, with an input; the check after it runs once that is done.',
    from: 'sandbox/manual-gate.yaml',
    trials: [
      { says: 'What waits?', request: `GET ${jobs}?scope[]=manual` },
      { says: 'A guest may not let it go on.', request: `POST ${jobs}/2/play`, as: 'gus', statuses: [403] },
      { says: 'A developer may.', request: `POST ${jobs}/2/play`, body: { job_inputs: { region: 'us-east' } } },
    ],
  },
  {
    name: 'erased',
    title: 'An erased job',
    description: 'Log and artifacts of one job were erased; another still has both.',
    from: 'sandbox/erased.yaml',
    trials: [
      { says: '`erased_at` says when.', request: `GET ${jobs}/1` },
      { says: 'Its log is empty.', request: `GET ${jobs}/1/trace` },
      { says: 'Its archive is gone.', request: `GET ${jobs}/1/artifacts`, statuses: [404] },
      { says: 'Erase the other.', request: `POST ${jobs}/2/erase`, as: 'mia', statuses: [201] },
    ],
  },
  {
    name: 'expired-artifacts',
    title: 'Expired artifacts',
    description: 'One archive is gone, one has ten minutes left, and one is kept for good.',
    from: 'sandbox/expired-artifacts.yaml',
    trials: [
      { says: 'Ten minutes left.', request: `GET ${jobs}/2/artifacts/preview.url` },
      { says: 'Gone.', request: `GET ${jobs}/1/artifacts`, statuses: [404] },
      { says: 'Keep the one that has ten minutes left.', request: `POST ${jobs}/2/artifacts/keep` },
      { says: 'What is in the one that is kept?', request: `GET ${jobs}/3/artifacts/tree?recursive=true` },
    ],
  },
  {
    name: 'parent-and-child',
    title: 'A parent and its children',
    description: 'One trigger job has started a child pipeline that succeeded, another is about to, and ends as its child does.',
    from: 'sandbox/parent-and-child.yaml',
    trials: [
      { says: 'Who started what?', request: 'GET /projects/1/pipelines/10/bridges' },
      { says: 'The jobs of the child.', request: 'GET /projects/1/pipelines/11/jobs' },
    ],
  },
  {
    name: 'under-way',
    title: 'Jobs under way',
    description: 'One job writes its log for two minutes, one waits in the queue, one is being stopped: for pages that poll.',
    from: 'sandbox/under-way.yaml',
    trials: [
      { says: 'What is going on?', request: `GET ${jobs}?scope[]=running&scope[]=pending` },
      { says: 'A log that grows.', request: `GET ${jobs}/1/trace` },
      { says: 'Stop it.', request: `POST ${jobs}/1/cancel`, statuses: [201] },
    ],
  },
  {
    name: 'stuck',
    title: 'Stuck in the queue',
    description: 'No runner has the tags of these jobs; after an hour they are given up.',
    from: 'sandbox/stuck.yaml',
    trials: [{ says: 'Still waiting.', request: `GET ${jobs}?scope[]=pending` }],
  },
  {
    name: 'one-at-a-time',
    title: 'One deployment at a time',
    description: 'Three deployments share a resource group: one runs, the others wait for it.',
    from: 'sandbox/one-at-a-time.yaml',
    trials: [{ says: 'Who waits?', request: `GET ${jobs}?scope[]=waiting_for_resource` }],
  },
  {
    name: 'delayed',
    title: 'A delayed job',
    description: 'A deployment begins ten minutes from now, unless somebody cancels it before.',
    from: 'sandbox/delayed.yaml',
    trials: [
      { says: 'What is to come?', request: `GET ${jobs}?scope[]=scheduled` },
      { says: 'Rather not.', request: `POST ${jobs}/2/cancel`, statuses: [201] },
    ],
  },
  {
    name: 'failure-reasons',
    title: 'Ways to fail',
    description: 'A failed job for each reason that people meet, a trigger job among them, and one that is allowed to fail.',
    from: 'sandbox/failure-reasons.yaml',
    trials: [{ says: 'All of them.', request: `GET ${jobs}?scope[]=failed` }],
  },
  {
    name: 'large-log',
    title: 'A log of 50 MB',
    description: 'One job has said very much, another nothing.',
    from: 'sandbox/large-log.yaml',
    trials: [
      { says: 'Its beginning.', request: `GET ${jobs}/1/trace?byte_limit=400` },
      { says: 'Its end.', request: `GET ${jobs}/1/trace`, flags: '--range -400', statuses: [206] },
      { says: 'All of it.', request: `GET ${jobs}/1/trace`, flags: '--output large.log' },
      { says: 'Nothing.', request: `GET ${jobs}/2/trace` },
    ],
  },
  {
    name: 'ten-thousand-jobs',
    title: 'Ten thousand jobs',
    description: 'A year of pipelines in three projects: for lists with many pages.',
    from: { jobs: 10_000, projects: 3 },
    trials: [
      { says: 'The first page; `Link` says where the next one is.', request: `GET ${jobs}?per_page=100`, flags: '--include' },
      { says: 'One page after the other without counting.', request: `GET ${jobs}?pagination=keyset&per_page=100`, flags: '--include' },
      { says: 'Far behind.', request: `GET ${jobs}?per_page=100&page=30` },
    ],
  },
  {
    name: 'rate-limited',
    title: 'Rate limited',
    description: 'The demo world, in which everybody may ask five times a minute; then 429, and `Retry-After` says when to come back.',
    from: 'demo.yaml',
    faults: [{ limit: 5 }],
    trials: [{ says: 'Ask six times.', request: `GET ${jobs}/8`, flags: '--include', statuses: [200, 429] }],
  },
  {
    name: 'flaky',
    title: 'A bad day',
    description: 'The demo world, where one answer in four is 503, and one connection in ten breaks; the same ones each time.',
    from: 'demo.yaml',
    faults: [
      { rate: 0.25, answer: { status: 503, retry_after: 1 } },
      { rate: 0.1, reset: true },
    ],
    trials: [{ says: 'Now and then it works.', request: `GET ${jobs}/8`, statuses: [200, 503] }],
  },
  {
    name: 'slow',
    title: 'Slow answers',
    description: 'The demo world, where each answer takes between half a second and two, and logs come drop by drop.',
    from: 'demo.yaml',
    faults: [{ latency: { least: 500, most: 2000 } }, { operations: ['getJobLog'], dribble: { bytes: 16, pause: 100 } }],
    trials: [
      { says: 'Wait for it.', request: `GET ${jobs}/8` },
      { says: 'Watch it arrive.', request: `GET ${jobs}/8/trace`, flags: '--no-buffer' },
    ],
  },
  {
    name: 'broken-downloads',
    title: 'Broken downloads',
    description: 'The demo world, where archives end too early: the first two with their connection, all later ones in silence.',
    from: 'demo.yaml',
    faults: [
      { operations: ['downloadJobArtifacts', 'downloadRefArtifacts'], times: 2, cut: { silently: false } },
      { operations: ['downloadJobArtifacts', 'downloadRefArtifacts'], cut: { silently: true } },
    ],
    trials: [{ says: 'An archive that cannot be unpacked.', request: `GET ${jobs}/8/artifacts`, flags: '--output artifacts.zip' }],
  },
]
