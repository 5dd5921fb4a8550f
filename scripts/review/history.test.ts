import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { historyPage, historySteps } from './history-page.ts'

const steps = await historySteps()

/** What the facts of the history say that a step brought or took. */
const noted: readonly (readonly [fact: string, to: string, title: RegExp])[] = [
  ['history-artifacts-list', '11.x', /^artifacts: the member is new/],
  ['history-web-url', '11.x', /^web_url: the member is new/],
  ['history-duration', '11.x', /^duration: the member is new/],
  ['history-public-email', '11.x', /^user\.public_email: the member is new/],
  ['history-artifacts-expire-at', '11.x', /^artifacts_expire_at: the member is new/],
  ['history-single-file-by-ref', '12.8', /^GET .*\/raw\/.*: the operation is new/],
  ['history-delete-artifacts', '12.8', /^DELETE .*\{job_id\}\/artifacts: the operation is new/],
  ['history-allow-failure', '12.8', /^allow_failure: the member is new/],
  ['history-bridges', '13.2', /^GET .*\/bridges: the operation is new/],
  ['history-pipeline-times', '13.2', /^pipeline\.created_at: the member is new/],
  ['history-token-job', '17.x', /^GET \/job: the operation is new/],
  ['history-allowed-agents', '17.x', /^GET \/job\/allowed_agents: the operation is new/],
  ['history-include-retried', '17.x', /^query include_retried: the parameter is new/],
  ['history-keyset', '17.x', /^query cursor: the parameter is new/],
  ['history-play-variables', '17.x', /^job_variables_attributes: the member is new/],
  ['history-erased-at', '17.x', /^erased_at: the member is new/],
  ['history-queued-duration', '17.x', /^queued_duration: the member is new/],
  ['history-failure-reason', '17.x', /^failure_reason: the member is new/],
  ['history-tag-list', '17.x', /^tag_list: the member is new/],
  ['history-runner-manager', '17.x', /^runner_manager: the member is new/],
  ['history-archived', '17.x', /^archived: the member is new/],
  ['history-pipeline-project-id', '17.x', /^pipeline\.project_id: the member is new/],
  ['history-download-url', '17.x', /^download_url: the member is gone/],
  ['history-canceling', '17.x', /^status: known values have joined the open list: .*canceling/],
  ['history-scope-waiting-for-resource', '17.x', /^query scope: values have joined the list: waiting_for_resource/],
  ['history-cancel-force', 'current', /^query force: the parameter is new/],
  ['history-ref-filter', 'current', /^query ref: the parameter is new/],
  ['history-log-byte-range', 'current', /^query byte_offset: the parameter is new/],
  ['history-artifacts-tree', 'current', /^GET .*\/artifacts\/tree: the operation is new/],
  ['history-search-recent', 'current', /^query search_recent_successful_pipelines: the parameter is new/],
  ['history-play-inputs', 'current', /^job_inputs: the member is new/],
  ['history-skype', 'current', /^user\.skype: the member is gone/],
]

test.each(noted)('%s is told where it belongs, and nowhere else', async (fact, to, title) => {
  const facts: readonly { id: string }[] = parse(await readFile('openapi/evidence/history.yaml', 'utf8'))
  expect(facts.map(({ id }) => id)).toContain(fact)
  const told = steps.filter(({ review }) => review.findings.some((finding) => title.test(finding.title)))
  expect(told.map((step) => step.to)).toEqual([to])
})

test('the page is that of today', async () => {
  const page = await readFile(new URL('../../packages/review/HISTORY.md', import.meta.url), 'utf8')
  expect(page, 'node scripts/review/history.ts --write').toBe(historyPage(steps))
})
