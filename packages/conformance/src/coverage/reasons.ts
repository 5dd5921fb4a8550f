/** Parts of the contract that a run need not meet, and why not. */
export const reasons: readonly (readonly [which: RegExp, why: string])[] = [
  [/ 429 |^RateLimitError/, 'A throttle answers so when it likes. The kit waits until it has passed, and nobody is made to throttle.'],
  [/ 500 /, 'An accident of the server, for which nobody can ask.'],
  [/ 503 /, 'A server that is not ready answers so; then there is nothing to examine.'],
  [/ 409 /, 'Two callers have to change one job in the same moment, and who wins is chance.'],
  [/ 413 | 415 /, 'Limits of the reference server and of what stands in front of a GitLab; no source tells GitLab’s own.'],
  [/^download(Job|Ref)Artifacts 302/, 'Only an installation that lets clients fetch archives from its object store sends them there.'],
  [/ 416 /, 'Answering ranges is a comfort that no source asks of anybody.'],
  [/^getTokenJob 304/, 'A running job differs from one request to the next, because its duration grows.'],
  [/^get(TokenJob|AllowedAgents) 403/, 'Needs the token of a running job whose user is blocked while it runs.'],
  [/^TokenError\.error=invalid_token/, 'Needs a token that has expired or was revoked, which nobody should be asked to keep.'],
  [/^FailureReason=/, 'An open list; most reasons need a failure of the installation, and a caller has to live with new ones.'],
  [/^Artifact\.file_type=/, 'An open list; a job leaves behind what its pipeline was written to, and one kind of report is enough.'],
  [/^Artifact\.file_format=raw/, 'A log may as well have no format; the check of formats takes both.'],
  [/^Runner(Manager)?\./, 'The runners of an installation are what they are; the kit sets none up.'],
  [
    /^User\.(avatar_url|bio|pronouns|local_time|skype)/,
    'What people say of themselves; the kit asks for its type and not for its presence.',
  ],
  [/^Bridge\.(coverage|erased_at)/, 'A trigger job has no log from which coverage could be read or which could be erased.'],
  [/^Bridge\.archived/, 'The document of one edition shows it, and no server that anybody looked into sends it.'],
  [/^JobStatus=started/, 'Printed by the documents of old editions; no server ever sent it.'],
  [/^JobVariable\.variable_type/, 'May be sent; no answer shows what became of it.'],
  [/^\?pagination=legacy/, 'The same as leaving it out, which most checks do.'],
]

/** Why a part need not be met; undefined if there is no reason. */
export const reasonFor = (name: string): string | undefined => reasons.find(([which]) => which.test(name))?.[1]
