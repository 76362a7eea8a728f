import type { SourceKind } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What opened a case that nobody applied for: unique for ever, so that a retry or a repeated list opens no second one. */
@Entity('case_source')
export class CaseSourceEntity {
  @PrimaryColumn('text')
  itemCode: string;

  /** Blind index of whom the case is about. */
  @PrimaryColumn('text')
  subject: string;

  /** Period, the sender's line number, or the number of the case it follows from. */
  @PrimaryColumn('text')
  reference: string;

  @Column('text')
  kind: SourceKind;

  @Column('text')
  agency: string;

  @Column('text')
  caseNo: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  openedAt: Date;
}
