import { QINGDAO } from './people';

/** What a story of the tests asks of its case; each comes back at once when its result is known. */
export interface PureFile {
  intake(): unknown;
  task(stage: string, key?: string): Record<string, unknown>;
  send(type: string, to: string, inReplyTo?: string): string;
  receive(type: string, inReplyTo?: string): Record<string, unknown>;
  effect(name: string, input: Record<string, unknown>, key?: string): Record<string, unknown> & { action: string };
  until(clock: string): Record<string, unknown>;
  fact(name: string): void;
  all(branches: (() => unknown)[]): void;
  conclude(): void;
}

/** Stories of the example items, by the name their rules give. */
export const pureStories: Record<string, (file: PureFile) => void> = {
  reviewed(file) {
    file.intake();
    file.task('review');
    file.task('secondReview');
    file.conclude();
  },
  transferred(file) {
    file.intake();
    const certificateNo = file.send('enrolmentCertificate', QINGDAO);
    const contact = file.receive('contactLetter', certificateNo);
    file.task('prepareInformationForm');
    file.send('informationForm', QINGDAO, String(contact.letterNo));
    for (let attempt = 1; ; attempt++) {
      const { amountFen } = file.task('settlePersonalAccount', `settlePersonalAccount#${attempt}`);
      const paid = file.effect('settleAccount', { amountFen }, `effect:settleAccount#${attempt}`);
      if (paid.action === 'done') break;
    }
    file.conclude();
  },
  parallel(file) {
    file.intake();
    file.all([
      () => file.task('review'),
      () => file.task('settlePersonalAccount'),
      () => file.receive('informationForm'),
    ]);
    file.fact('noticePosted');
    file.until('publicNotice');
    file.fact('noticeOver');
    file.task('secondReview');
    file.conclude();
  },
};
