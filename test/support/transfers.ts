import type { Clerk } from './clerk';
import { somebody, type Person } from './persons';
import { caseOf, type CaseView } from './views';

export const YANTAI = '370600';
export const QINGDAO = '370200';
/** Played by the sandbox: one inside the province, one outside. */
export const JINAN = '370100';
export const SUZHOU = '320500';

/** The registration of an item as a window clerk fills it in; whatever is given takes the place of the usual. */
export function application(itemCode: string, given: Record<string, unknown> & { place: string; person?: Person }) {
  const { place, person = somebody(), form = {}, ...rest } = given;
  const other = { otherPlace: { code: place } };
  const brought = itemCode === 'YT-2.3' ? ['enrolmentCertificate'] : ['applicantIdentity'];
  return {
    itemCode,
    officeId: itemCode.startsWith('YT') ? 'yantai-shizhi' : 'shinan',
    channel: 'window',
    applicant: person,
    form: { ...other, ...(form as object) },
    materials: brought,
    ...rest,
  };
}

export async function open(
  clerk: Clerk,
  itemCode: string,
  given: Record<string, unknown> & { place: string; person?: Person },
): Promise<CaseView> {
  return caseOf(await clerk.open(application(itemCode, given)));
}

export const information = {
  insuredFrom: '2018-06-01',
  insuredTo: '2025-03-31',
  paidMonths: 82,
  accountBalanceFen: 598_743,
  accountTreatment: 'transfer',
};
export const registration = {
  insuredFrom: '2018-06-01',
  insuredTo: '2025-03-31',
  paidMonths: 82,
  accountReceivedFen: 598_743,
};

export const hasTask =
  (stage: string) =>
  (view: CaseView): boolean =>
    view.tasks.some((task) => task.stage === stage);
export const isConcluded = (view: CaseView): boolean => view.outcome !== null;
