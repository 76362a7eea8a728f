import type { CaseClass, RepairKind } from '@due-process/contracts';
import type { Clerk } from './clerk';
import type { Answer } from './http';
import { until } from './until';

export interface RepairView {
  repairNo: string;
  caseNo: string;
  kind: RepairKind;
  state: string;
  stateWords: string;
  error: string | null;
}

export interface StandingView {
  class: CaseClass;
  classWords: string;
  causeWords: string;
  detail: string | null;
  offers: { kind: RepairKind; allowed: boolean; twoPersons: boolean; reason?: { detail: string } }[];
  repairs: RepairView[];
}

export const standing = async (supervisor: Clerk, caseNo: string): Promise<StandingView> =>
  (await supervisor.get<StandingView>(`/api/supervision/cases/${caseNo}/repairs`)).body;

/** How long each kind of trouble took to stand on the board; printed when a file is done. */
export const figures: string[] = [];

/** Waits until the board has the case in this class, notes the seconds, and gives what it shows. */
export async function shownAs(supervisor: Clerk, caseNo: string, id: CaseClass, seconds = 60): Promise<StandingView> {
  const began = Date.now();
  const seen = await until(
    `${id} on the board`,
    () => standing(supervisor, caseNo),
    (one) => one.class === id,
    seconds,
  );
  figures.push(
    `${id}: ${((Date.now() - began) / 1000).toFixed(1)} s, “${seen.causeWords}”, ${seen.detail ?? 'no detail'}`,
  );
  return seen;
}

export const repair = (
  supervisor: Clerk,
  caseNo: string,
  kind: RepairKind,
  given: Record<string, unknown> = {},
): Promise<Answer<RepairView>> =>
  supervisor.post<RepairView>(`/api/supervision/cases/${caseNo}/repairs`, { kind, reason: '督办核实后处理', ...given });

/** The repair as soon as the check has said whether the case moved. */
export const checked = async (supervisor: Clerk, caseNo: string, repairNo: string): Promise<RepairView> => {
  const began = Date.now();
  const seen = await until(
    'the check',
    async () => (await standing(supervisor, caseNo)).repairs.find((one) => one.repairNo === repairNo),
    (one) => one?.state === 'moved' || one?.state === 'notMoved',
    90,
  );
  if (!seen) throw new Error('no repair');
  figures.push(`${seen.kind} → ${seen.state}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return seen;
};

export const offerOf = (seen: StandingView, kind: RepairKind) => {
  const offer = seen.offers.find((one) => one.kind === kind);
  if (!offer) throw new Error(`no offer ${kind}`);
  return offer;
};
