import { businessRoles, outsideRoles, type Role, type Scope } from '@due-process/contracts';

/**
 * Who may do what: action × role × scope, one table for routes and for acts on a case. Basis: separation of duties (等级保护:
 * 系统管理, 安全管理 and 审计管理 are apart from business and from one another); our own allotment of posts where no rule speaks.
 * An action that no row names is refused to everybody.
 */
export interface AccessRow {
  action: string;
  /** `anyone`: the public too. `signedIn`: every account. */
  roles: readonly Role[] | 'anyone' | 'signedIn';
  scope: Scope;
}

const row = (action: string, roles: AccessRow['roles'], scope: Scope): AccessRow => ({ action, roles, scope });
const sectionLeads: readonly Role[] = ['head', 'leader', 'supervise'];

const routes: readonly AccessRow[] = [
  row('session.open', 'anyone', 'all'),
  row('session.close', 'anyone', 'all'),
  row('session.read', 'signedIn', 'own'),
  row('system.health', 'anyone', 'all'),
  row('system.metrics', 'anyone', 'all'),
  row('system.document', 'anyone', 'all'),
  row('item.read', 'anyone', 'all'),
  row('deadline.preview', 'anyone', 'all'),
  row('calendar.read', 'signedIn', 'all'),
  row('calendar.draft', ['catalog'], 'all'),
  row('calendar.preview', [...sectionLeads, 'catalog'], 'agency'),
  row('calendar.publish', ['catalog'], 'all'),
  row('calendar.confirm', ['catalog', 'head', 'leader'], 'all'),
  row('ladder.preview', [...sectionLeads, 'catalog'], 'agency'),
  row('window.read', [...businessRoles, 'catalog'], 'agency'),
  row('window.publish', ['head', 'leader', 'catalog'], 'agency'),
  row('restriction.read', [...businessRoles, 'catalog'], 'agency'),
  row('restriction.lift', ['head', 'leader'], 'agency'),
  row('reviewRound.read', [...businessRoles], 'agency'),
  row('reviewRound.open', ['head', 'leader'], 'agency'),
  row('case.create', ['window', 'head'], 'agency'),
  row('case.create', outsideRoles, 'own'),
  row('case.read', businessRoles, 'agency'),
  row('case.read', outsideRoles, 'own'),
  row('case.act', businessRoles, 'agency'),
  row('case.act', outsideRoles, 'own'),
  row('draft.keep', ['window', 'head', ...outsideRoles], 'own'),
  row('upload.add', ['window', 'review', 'head', ...outsideRoles], 'own'),
  row('upload.read', businessRoles, 'agency'),
  row('upload.read', outsideRoles, 'own'),
  row('upload.attach', ['window', 'review', 'head'], 'agency'),
  row('upload.attach', outsideRoles, 'own'),
  row('roster.add', ['window', 'head', ...outsideRoles], 'own'),
  row('roster.read', businessRoles, 'agency'),
  row('roster.read', outsideRoles, 'own'),
  row('colleague.read', businessRoles, 'agency'),
  row('worklist.read', businessRoles, 'agency'),
  row('organisation.read', [...businessRoles, 'catalog', ...outsideRoles], 'all'),
  row('portfolio.read', outsideRoles, 'own'),
  row('inbox.read', 'signedIn', 'own'),
  row('supervision.read', sectionLeads, 'agency'),
  row('supervision.orders', businessRoles, 'agency'),
  row('supervision.order', ['leader', 'supervise'], 'agency'),
  row('supervision.answer', ['head', 'leader'], 'agency'),
  row('supervision.answer', businessRoles, 'own'),
  row('supervision.repair', ['leader', 'supervise'], 'agency'),
  row('supervision.confirm', sectionLeads, 'agency'),
  row('supervision.bulk', sectionLeads, 'agency'),
  row('supervision.object', businessRoles, 'own'),
  row('supervision.object', ['head'], 'agency'),
  row('supervision.withdraw', ['leader'], 'agency'),
  row('absence.set', businessRoles, 'own'),
  row('absence.set', sectionLeads, 'agency'),
  row('statistics.read', businessRoles, 'own'),
  row('statistics.read', sectionLeads, 'agency'),
  row('system.state', ['systemAdmin', 'leader', 'supervise'], 'all'),
  row('letter.read', businessRoles, 'agency'),
  row('letter.match', ['window', 'review', 'head', 'supervise'], 'agency'),
  row('exchange.receive', 'anyone', 'all'),
  row('cardData.query', 'anyone', 'all'),
  row('institution.read', [...businessRoles, 'catalog'], 'agency'),
  row('institution.keep', ['head', 'leader', 'catalog'], 'agency'),
  row('progress.read', 'anyone', 'all'),
  row('rating.give', 'anyone', 'all'),
];

/** Acts that every case knows, whatever its item. The item's own acts belong to the role of their stage. */
const acts: readonly AccessRow[] = [
  row('claim', businessRoles, 'unit'),
  row('claim', outsideRoles, 'own'),
  row('release', businessRoles, 'own'),
  row('release', ['head'], 'unit'),
  row('release', outsideRoles, 'own'),
  row('handOver', businessRoles, 'own'),
  row('handOver', ['head'], 'unit'),
  row('handOver', ['leader', 'supervise'], 'agency'),
  row('delegate', businessRoles, 'own'),
  row('returnDelegation', businessRoles, 'own'),
  row('returnDelegation', ['head'], 'unit'),
  row('addCosigner', businessRoles, 'own'),
  row('addCosigner', ['head'], 'unit'),
  row('cosign', businessRoles, 'agency'),
  row('remind', businessRoles, 'agency'),
  row('withdraw', businessRoles, 'agency'),
  row('note', businessRoles, 'agency'),
  row('saveForm', businessRoles, 'own'),
  row('saveForm', outsideRoles, 'own'),
  row('pauseClock', businessRoles, 'own'),
  row('pauseClock', ['head'], 'unit'),
  row('resumeClock', businessRoles, 'own'),
  row('resumeClock', ['head'], 'unit'),
  row('extend', ['head', 'leader'], 'agency'),
  row('backdate', ['window', 'review', 'head', 'supervise'], 'agency'),
  row('secondSupplement', ['supervise', 'head'], 'agency'),
  row('terminate', ['head', 'leader'], 'agency'),
  row('repair', sectionLeads, 'agency'),
  row('moveTask', ['head'], 'unit'),
  row('moveTask', ['leader', 'supervise'], 'agency'),
  row('receiveSupplement', ['window', 'review', 'head'], 'agency'),
  row('receiveSupplement', outsideRoles, 'own'),
  row('receivePromised', ['window', 'review', 'head'], 'agency'),
  row('writeOffPromise', ['head', 'supervise'], 'agency'),
  row('closeUnsupplemented', ['window', 'head'], 'agency'),
  row('cancelApplication', ['window', 'head'], 'agency'),
  row('cancelApplication', outsideRoles, 'own'),
  row('serve', ['window', 'head'], 'agency'),
  row('reveal', ['window', 'review', 'secondReview', 'deputyHead', 'head'], 'unit'),
  row('reveal', ['leader', 'supervise', 'finance'], 'agency'),
];

export const ACCESS: readonly AccessRow[] = [...routes, ...acts];

/** Acts of the table above, by name: everything else a case offers is an act of its stage. */
export const commonActs: ReadonlySet<string> = new Set(acts.map((entry) => entry.action));
