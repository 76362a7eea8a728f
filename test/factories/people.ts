import type { Actor, Role } from '@due-process/contracts';

export const YANTAI = '370600';
export const QINGDAO = '370200';
export const OFFICE = 'zhifu';

export const actor = (id: string, roles: Role[], units: string[] = [], agency = YANTAI): Actor => ({
  id,
  roles,
  units,
  agency,
});

/** Colleagues of one agency, one of each post and some twice, and people who are in the wrong place. */
export const people = {
  window: actor('yt-window', ['window'], [OFFICE]),
  window2: actor('yt-window2', ['window'], [OFFICE]),
  windowElsewhere: actor('yt-window-laishan', ['window'], ['laishan']),
  review: actor('yt-review', ['review'], ['transfer-section']),
  reviewAndSecond: actor('yt-review-approve', ['review', 'secondReview'], ['transfer-section']),
  secondReview: actor('yt-approve', ['secondReview'], ['transfer-section']),
  head: actor('yt-head', ['head'], [OFFICE, 'transfer-section', 'fund-section']),
  leader: actor('yt-leader', ['leader'], ['leadership']),
  supervise: actor('yt-supervise', ['supervise'], ['supervision']),
  finance: actor('yt-finance', ['finance'], ['fund-section']),
  administrator: actor('sys-admin', ['systemAdmin'], []),
  elsewhere: actor('qd-window', ['window', 'head', 'review'], [OFFICE, 'transfer-section'], QINGDAO),
} as const satisfies Record<string, Actor>;
