import type {
  ApplicantRef,
  CaseStart,
  ItemRules,
  KnownFact,
  MaterialState,
  OpenCommand,
  WorkCalendar,
} from '@due-process/contracts';
import { calendar as stateCouncil } from '../../domain/calendar/notices.fixture';
import { OFFICE, people, QINGDAO } from './people';
import { reviewRules } from './rules';

/** The State Council's working days of 2025 and 2026; 2027 by statute alone. */
export const calendar: WorkCalendar = stateCouncil;

export const CASE_NO = '370600001202603020000017';

export const applicant: ApplicantRef = {
  personId: 'person-1',
  kind: 'employee',
  masked: '张*',
  subject: 'subject-of-zhang',
};

export const caseStart = (rules: ItemRules = reviewRules(), more: Partial<CaseStart> = {}): CaseStart => ({
  caseNo: CASE_NO,
  rules,
  calendar,
  ...more,
});

export const received = (...ids: string[]): MaterialState[] => ids.map((id) => ({ id, status: 'received' }));

export const enrolment = (value: string, at = '2026-03-02T01:00:00.000Z'): KnownFact => ({
  id: 'enrolment',
  value,
  holds: value === 'suspended',
  source: '核心业务平台',
  at,
});

/** An application with everything that the example items ask for, received on Monday 2 March 2026. */
export const openCommand = (more: Partial<OpenCommand> = {}): OpenCommand => ({
  actor: people.window,
  key: 'open'.padEnd(43, '0'),
  bodyMac: 'open'.padEnd(43, '1'),
  officeId: OFFICE,
  channel: 'window',
  applicant,
  form: { otherPlace: { code: QINGDAO, name: '青岛市医疗保险经办机构' } },
  materials: received('identity', 'application'),
  facts: [enrolment('suspended')],
  receivedOn: '2026-03-02',
  rulesHash: 'rules-hash',
  acceptNow: false,
  ...more,
});
