/**
 * What a change does to those who keep to the older document.
 *
 * - `narrower`: less is allowed than before. Breaks whoever sends it; whoever reads it is promised more.
 * - `wider`: more is allowed than before. Breaks whoever reads it; whoever sends it is freer.
 * - `other`: what was right before and what is right now cannot be told to overlap; breaks both.
 * - `added`, `removed`: something that callers may use, and need not.
 * - `text`: nothing that a program can see.
 */
export type Effect = 'narrower' | 'wider' | 'other' | 'added' | 'removed' | 'text'

export interface Rule {
  readonly effect: Effect
  /** What has happened, after the name of what it happened to. */
  readonly title: string
  /** Why it matters, where the effect does not say it well enough. */
  readonly why?: string
  /** What an author can do instead, or a caller has to do. */
  readonly migrate?: string
}

const table = {
  'operation-removed': { effect: 'removed', title: 'the operation is gone', migrate: 'Deprecate it first, and name what replaces it.' },
  'operation-added': { effect: 'added', title: 'the operation is new' },
  'operation-moved': {
    effect: 'other',
    title: 'the operation has another method or address',
    migrate: 'Serve the old address as well until its callers are gone.',
  },
  'operation-renamed': {
    effect: 'other',
    title: 'the operation has another operationId',
    why: 'On the wire nothing changes, but generated clients name their methods by it.',
    migrate: 'Keep the old operationId; a better name is rarely worth a broken build.',
  },
  'operation-named': { effect: 'added', title: 'the operation has an operationId now' },
  'operation-deprecated': {
    effect: 'added',
    title: 'the operation is deprecated',
    why: 'It works as before; callers should plan to leave it.',
  },
  'operation-reinstated': { effect: 'added', title: 'the operation is no longer deprecated' },
  'server-removed': { effect: 'removed', title: 'a base address is gone' },
  'server-added': { effect: 'added', title: 'a base address is new' },
  'security-removed': {
    effect: 'removed',
    title: 'a kind of credential is no longer accepted',
    why: 'Callers with that credential are refused.',
  },
  'security-added': { effect: 'added', title: 'a kind of credential is accepted as well' },
  'security-demanded': { effect: 'narrower', title: 'credentials are demanded' },
  'security-dropped': { effect: 'wider', title: 'no credentials are needed any more' },
  'ability-changed': {
    effect: 'other',
    title: 'another ability is needed (x-ability)',
    why: 'Who may call it has changed; some callers may be refused.',
  },
  'ability-stated': { effect: 'added', title: 'the ability that is needed is stated (x-ability)' },
  'repeatable-lost': {
    effect: 'removed',
    title: 'sending it twice is no longer like sending it once (x-repeatable)',
    why: 'Clients that repeat a lost request on the old promise may do the work twice.',
  },
  'repeatable-gained': { effect: 'added', title: 'it may be sent again safely (x-repeatable)' },
  'parameter-removed': {
    effect: 'removed',
    title: 'the parameter is gone',
    why: 'Callers that send it are refused, or worse, their wish is ignored without a word.',
    migrate: 'Keep accepting it, and deprecate it first.',
  },
  'parameter-added': { effect: 'added', title: 'the parameter is new' },
  'parameter-demanded': {
    effect: 'narrower',
    title: 'the parameter is required and new',
    migrate: 'Make it optional, with the old behaviour as its default.',
  },
  'parameter-renamed': {
    effect: 'other',
    title: 'the path parameter has another name',
    why: 'On the wire nothing changes, but generated clients name their arguments by it.',
  },
  'parameter-encoding-changed': { effect: 'other', title: 'the parameter is written otherwise (style, explode or reserved characters)' },
  'parameter-deprecated': { effect: 'added', title: 'the parameter is deprecated' },
  'parameter-reinstated': { effect: 'added', title: 'the parameter is no longer deprecated' },
  'slashes-refused': { effect: 'narrower', title: 'the value may no longer contain slashes (x-multi-segment)' },
  'slashes-accepted': { effect: 'wider', title: 'the value may contain slashes (x-multi-segment)' },
  'required-now': { effect: 'narrower', title: 'must be there now' },
  'optional-now': { effect: 'wider', title: 'may be absent now' },
  'body-removed': { effect: 'removed', title: 'the request has no body any more' },
  'body-added': { effect: 'added', title: 'the request may have a body' },
  'body-demanded': { effect: 'narrower', title: 'the request must have a body' },
  'media-type-removed': { effect: 'removed', title: 'the media type is gone' },
  'media-type-added': { effect: 'added', title: 'the media type is new' },
  'status-removed': {
    effect: 'removed',
    title: 'the status is no longer answered',
    why: 'Callers that wait for it, or tell their users what it means, do so in vain.',
  },
  'status-added': {
    effect: 'wider',
    title: 'the status is new',
    why: 'Callers that know only the old ones do not expect an answer of success that is another.',
  },
  'conditional-status-added': { effect: 'added', title: 'the status is new, for those who ask with a condition or a range' },
  'error-status-removed': { effect: 'narrower', title: 'the error is no longer answered' },
  'error-status-added': {
    effect: 'added',
    title: 'the error is new',
    why: 'Callers already have to cope with errors that they do not know.',
  },
  'header-removed': { effect: 'removed', title: 'the header is no longer sent' },
  'header-added': { effect: 'added', title: 'the header is new' },
  'link-removed': { effect: 'removed', title: 'the link is gone' },
  'link-added': { effect: 'added', title: 'the link is new' },
  'reason-removed': {
    effect: 'other',
    title: 'the reason is gone (x-reason)',
    why: 'Programs switch on the reason; a refusal that had this one has another now, or none.',
  },
  'reason-added': { effect: 'added', title: 'the reason is new (x-reason)' },
  'type-narrower': { effect: 'narrower', title: 'fewer types are allowed' },
  'type-wider': { effect: 'wider', title: 'more types are allowed' },
  'type-changed': { effect: 'other', title: 'the type is another' },
  'null-refused': { effect: 'narrower', title: 'can no longer be null' },
  'null-possible': { effect: 'wider', title: 'can be null now' },
  'value-removed': { effect: 'narrower', title: 'values have left the list' },
  'value-added': {
    effect: 'wider',
    title: 'values have joined the list',
    migrate: 'Open the list (x-extensible-enum), so that the next value breaks nobody.',
  },
  'known-value-removed': { effect: 'narrower', title: 'known values have left the open list' },
  'known-value-added': {
    effect: 'added',
    title: 'known values have joined the open list',
    why: 'Whoever reads an open list copes with values that are new.',
  },
  'list-closed': { effect: 'narrower', title: 'the list of values is closed now' },
  'list-opened': {
    effect: 'wider',
    title: 'the list of values is open now',
    why: 'Values that the old list did not have may come.',
  },
  'bound-tighter': { effect: 'narrower', title: 'a limit is tighter' },
  'bound-looser': { effect: 'wider', title: 'a limit is looser' },
  'pattern-added': { effect: 'narrower', title: 'must match a pattern now' },
  'pattern-removed': { effect: 'wider', title: 'need no longer match a pattern' },
  'pattern-changed': {
    effect: 'other',
    title: 'must match another pattern',
    why: 'Nobody can tell in general whether two patterns allow the same.',
  },
  'format-added': { effect: 'narrower', title: 'has a format now' },
  'format-removed': { effect: 'wider', title: 'no longer has its format' },
  'format-narrower': { effect: 'narrower', title: 'has a smaller format' },
  'format-wider': { effect: 'wider', title: 'has a larger format' },
  'format-changed': { effect: 'other', title: 'has another format' },
  'encoding-changed': { effect: 'other', title: 'is encoded otherwise (contentEncoding or contentMediaType)' },
  'default-changed': {
    effect: 'other',
    title: 'stands for another value when absent',
    why: 'Callers that leave it out get something else.',
  },
  'member-removed': {
    effect: 'removed',
    title: 'the member is gone',
    migrate: 'Keep it, deprecated, until nobody uses it.',
  },
  'member-added': { effect: 'added', title: 'the member is new' },
  'member-demanded': { effect: 'narrower', title: 'the member is new and must be there' },
  'members-closed': { effect: 'narrower', title: 'other members are refused now' },
  'members-opened': { effect: 'wider', title: 'other members are possible now' },
  'member-deprecated': { effect: 'added', title: 'is deprecated' },
  'member-reinstated': { effect: 'added', title: 'is no longer deprecated' },
  'alternative-removed': { effect: 'narrower', title: 'an alternative is gone' },
  'alternative-added': { effect: 'wider', title: 'an alternative is new' },
  'alternatives-added': { effect: 'narrower', title: 'must be one of several alternatives now' },
  'alternatives-removed': { effect: 'wider', title: 'need no longer be one of several alternatives' },
  'discriminator-changed': { effect: 'other', title: 'is told apart by another member' },
  'condition-added': { effect: 'narrower', title: 'must meet a further condition' },
  'condition-removed': { effect: 'wider', title: 'need no longer meet a condition' },
  'condition-changed': { effect: 'other', title: 'must meet another condition' },
  'read-only-now': { effect: 'removed', title: 'is only answered now, not accepted' },
  'read-only-no-more': { effect: 'added', title: 'is accepted now as well' },
  'write-only-now': { effect: 'removed', title: 'is only accepted now, not answered' },
  'write-only-no-more': { effect: 'added', title: 'is answered now as well' },
  'text-changed': { effect: 'text', title: 'other words' },
} as const satisfies Readonly<Record<string, Rule>>

export type RuleId = keyof typeof table

export const rules: Readonly<Record<RuleId, Rule>> = table
