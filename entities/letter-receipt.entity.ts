import type { ReceiptKind } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A receipt for one of our letters, by kind. */
@Entity('letter_receipt')
export class LetterReceiptEntity {
  @PrimaryColumn('text')
  letterNo: string;

  @PrimaryColumn('text')
  fromAgency: string;

  @PrimaryColumn('text')
  kind: ReceiptKind;

  @Column('timestamptz')
  at: Date;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  receivedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  appliedAt: Date | null;
}
