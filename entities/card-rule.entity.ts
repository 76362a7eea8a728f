import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a card is given by itself: days past the due date, and days for the reply. Agency `*` holds for all that have no row of their own. */
@Entity('card_rule')
export class CardRuleEntity {
  @PrimaryColumn('text')
  agency: string;

  @PrimaryColumn('text')
  rule: 'stepLate' | 'totalLate' | 'missingNotice' | 'unlawfulRefusal';

  @PrimaryColumn('text')
  level: 'yellow' | 'red';

  @Column('int')
  afterDays: number;

  @Column('int')
  replyDays: number;

  @Column({ type: 'boolean', default: true })
  active: boolean;
}
