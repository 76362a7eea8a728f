import type { CaseState, LetterType } from '@due-process/contracts';
import { otherPlace } from '@due-process/domain';

/** Letters that each story takes, in the order of the guides (YT-2.1 to YT-2.3, QD-3.1, QD-3.2 办理流程). */
const takenBy: Readonly<Record<string, readonly LetterType[]>> = {
  certificateOnly: [],
  transferOut: ['contactLetter', 'returnNotice'],
  transferIn: ['enrolmentCertificate', 'informationForm', 'returnNotice'],
};

/**
 * How well a letter without a usable reference fits an open case of the same person: 3 the case waits for this type from this place, 2 it waits
 * for the type, 1 its story takes the type and it has none yet (it came early and is parked), 0 not at all.
 */
export function howWellItFits(state: CaseState, letter: { type: string; fromAgency: string }): number {
  if (state.outcome !== undefined) return 0;
  const place = otherPlace(state);
  if (place !== undefined && place !== letter.fromAgency) return 0;
  const waits = Object.values(state.waits).some((wait) => wait.kind === 'letter' && wait.type === letter.type);
  if (waits) return place === letter.fromAgency ? 3 : 2;
  const has = Object.values(state.letters).some((one) => one.direction === 'in' && one.type === letter.type);
  const byClock = state.rules.clocks.some((clock) =>
    [clock.startsOn, ...clock.metBy].includes(`letterReceived:${letter.type}`),
  );
  const byStory = (takenBy[state.rules.story] ?? []).some((type) => type === letter.type);
  return !has && (byClock || byStory) ? 1 : 0;
}
