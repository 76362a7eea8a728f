import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A review round (季度审核) of an item: one a period. */
@Entity('review_round')
export class ReviewRoundEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  agency: string;

  @Column('text')
  itemCode: string;

  /** Name by which the cases wait for it. */
  @Column('text')
  round: string;

  /** `2026Q4`. */
  @Column('text')
  period: string;

  /** 审核之日: limits of the cases it takes up count from this day. */
  @Column('date')
  reviewOn: string;

  @Column('text', { default: 'open' })
  state: 'open' | 'finished';

  /** Absent when its day opened it. */
  @Column('text', { nullable: true })
  openedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  openedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}
