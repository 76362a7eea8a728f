import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case that a review round has taken up, or could not reach yet. */
@Entity('review_round_case')
export class ReviewRoundCaseEntity {
  @PrimaryColumn('text')
  roundId: string;

  @PrimaryColumn('text')
  caseNo: string;

  @Column({ type: 'timestamptz', nullable: true })
  toldAt: Date | null;

  @Column({ type: 'int', default: 0 })
  failures: number;

  @Column('text', { nullable: true })
  lastError: string | null;
}
