import type { Actor, CaseStart, ItemRules, OpenCommand } from '@due-process/contracts';
import { loadCatalog, loadShippedCalendar } from '@due-process/catalog';

const OFFICE = { '370600': 'yantai-shizhi', '370200': 'shinan' } as const;
const units = (agency: keyof typeof OFFICE): string[] => [OFFICE[agency], 'transfer-section', 'fund-section'];

const person = (agency: keyof typeof OFFICE, id: string, role: Actor['roles'][number]): Actor => ({
  id,
  roles: [role],
  units: units(agency),
  agency,
});

/** Made-up people of one agency. */
export const peopleOf = (agency: keyof typeof OFFICE) => ({
  window: person(agency, 'window', 'window'),
  window2: person(agency, 'window2', 'window'),
  review: person(agency, 'review', 'review'),
  finance: person(agency, 'finance', 'finance'),
  head: person(agency, 'head', 'head'),
  supervise: person(agency, 'supervise', 'supervise'),
});

const catalog = loadCatalog();
export const { calendar } = loadShippedCalendar();

/** The item's rules as the catalogue publishes them. */
export function rulesOf(itemCode: string): ItemRules {
  const pinned = catalog.rules(itemCode);
  if (!pinned) throw new Error(`no item ${itemCode}`);
  return pinned.rules;
}

let serial = 0;
/** A start of the catalogue's item as the API would pin it; the number is new in each process and each call. */
export function startOf(itemCode: string, more: Partial<CaseStart> = {}): CaseStart {
  serial++;
  const rules = more.rules ?? rulesOf(itemCode);
  return {
    caseNo: `${rules.agency}00120240304${String(serial).padStart(5, '0')}0`,
    rules,
    calendar,
    ...more,
  };
}

/** An application in which everything is there, and what a test changes of it. */
export function applicationOf(start: CaseStart, more: Partial<OpenCommand> = {}): OpenCommand {
  const agency = start.rules.agency as keyof typeof OFFICE;
  const other = agency === '370600' ? { code: '370200', name: '青岛市' } : { code: '370600', name: '烟台市' };
  return {
    actor: peopleOf(agency).window,
    key: `open-${start.caseNo}`,
    bodyMac: 'mac',
    officeId: OFFICE[agency],
    channel: 'window',
    applicant: { personId: 'p1', kind: 'employee', masked: '张*', subject: 's' },
    form: { otherPlace: other },
    materials: start.rules.materials.map(({ id }) => ({ id, status: 'received' as const })),
    facts: start.rules.facts.map(({ id, accepted }) => ({
      id,
      value: accepted[0] ?? '',
      holds: true,
      source: 'core',
      at: '2024-03-04T01:00:00.000Z',
    })),
    receivedOn: '2024-03-04',
    rulesHash: 'hash',
    acceptNow: false,
    ...more,
  };
}
