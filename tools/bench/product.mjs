import { somebody } from './people.mjs';

/** A place that nobody plays while we measure: it takes letters and writes none. */
export const otherPlace = '370100';

const application = (itemCode, officeId) => ({
  itemCode,
  officeId,
  channel: 'window',
  applicant: somebody(),
  form: { otherPlace: { code: otherPlace } },
  materials: ['applicantIdentity'],
});

/**
 * The five steps of a plain case, each one command of one person: 收件 → 认领 → 受理 → 认领 → 不予办理 (QD-3.2, a reviewer's refusal).
 * No letter leaves the house, so nothing but the case itself is measured; the refusal is served at once and ends the run.
 */
export const fiveSteps = [
  ({ window }) => window.open(application('QD-3.2', 'shinan')),
  ({ window }, view) => window.act(view, 'claim'),
  ({ window }, view) => window.act(view, 'accept'),
  ({ review }, view) => review.act(view, 'claim'),
  ({ review }, view) => review.act(view, 'reject', { reason: '经核查不符合转入条件' }),
];

/** 即办件: registered, checked against the register, accepted, its record printed and served by one command (YT-3.2). */
export const instant = [
  ({ yantai }) => yantai.open({ ...application('YT-3.2', 'yantai-shizhi'), form: {}, acceptNow: true }),
];

/** Case left open with its first task claimed or not: what memory and reminders are measured on. */
export const openCase = ({ window }) => window.open(application('QD-3.2', 'shinan'));

/** One desk a clerk: a session of each post that a case passes through. @param {import('./clerk.mjs').Office} office */
export async function openDesks(office, count) {
  const desks = [];
  for (let at = 0; at < count; at++) {
    const [window, review, yantai] = await Promise.all(
      [at % 2 ? 'qd-window2' : 'qd-window', 'qd-review', at % 2 ? 'yt-window2' : 'yt-window'].map(office.signIn),
    );
    desks.push({ window, review, yantai });
  }
  return desks;
}

/** @param {typeof fiveSteps} steps */
export const productVariant = (desks, steps) => ({
  async runCase(clerk, time) {
    let view;
    for (const step of steps) view = await time(() => step(desks[clerk % desks.length], view));
    if (!view.ended) throw new Error(`the case ${view.caseNo} is not over: ${view.state}`);
    return `case-${view.caseNo}`;
  },
});
