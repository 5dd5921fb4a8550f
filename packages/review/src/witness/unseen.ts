import type { RuleId } from '../diff/rules.ts'

const calls = 'whoever calls it has no operation to call; no value is needed to see it'
const types = 'typed programs that use it no longer compile; on the wire a reader finds nothing there'

/** Breaking changes that no value shows, and why. */
export const unseen: Readonly<Partial<Record<RuleId, string>>> = {
  'operation-removed': calls,
  'operation-moved': calls,
  'operation-renamed': 'the wire is the same; generated clients lose the method of the old name',
  'parameter-renamed': 'the wire is the same; generated clients lose the argument of the old name',
  'server-removed': calls,
  'security-removed': 'which credentials are good is decided before any value is looked at',
  'security-demanded': 'which credentials are good is decided before any value is looked at',
  'ability-changed': 'who may call is decided by the server, not by the document',
  'repeatable-lost': 'one request shows nothing; a lost answer and a second request do the work twice',
  'parameter-removed': 'a server that does not know the parameter passes over it or refuses it; both lose what was asked for',
  'parameter-demanded': 'a request without the parameter is refused; it is missing, not wrong',
  'parameter-encoding-changed': 'the same value is written otherwise; how a server reads the old spelling is its own affair',
  'slashes-refused': 'which addresses lead to the operation is decided before any value is looked at',
  'body-removed': 'a server that expects no body passes over it',
  'body-demanded': 'a request without a body is refused; it is missing, not wrong',
  'media-type-removed': 'what is offered or asked for in that type has no answer any more',
  'status-removed': 'the status does not come any more',
  'status-added': 'the status itself is what nobody expects',
  'header-removed': types,
  'link-removed': types,
  'reason-removed': 'the bytes of a refusal are not validated by the reason',
  'default-changed': 'the value is absent on both sides; only what that means has changed',
  'read-only-now': 'what is sent is passed over, not refused',
  'write-only-now': types,
}
