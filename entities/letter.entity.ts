import type { LetterState } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter (函件) of a case, by direction: a transfer between two agencies of this installation has it twice. */
@Entity('letter')
export class LetterEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  letterNo: string;

  @PrimaryColumn('text')
  direction: 'in' | 'out';

  @Column({ type: 'text', nullable: true })
  type: string | null;

  @Column({ type: 'text', nullable: true })
  agency: string | null;

  @Column({ type: 'text', nullable: true })
  other: string | null;

  @Column({ type: 'text', nullable: true })
  inReplyTo: string | null;

  @Column({ type: 'date', nullable: true })
  issuedOn: string | null;

  @Column({ type: 'text', nullable: true })
  key: string | null;

  @Column({ type: 'text', nullable: true })
  state: LetterState['state'] | null;

  @Column({ type: 'date', nullable: true })
  receivedOn: string | null;

  @Column({ type: 'jsonb', nullable: true })
  body: Record<string, unknown> | null;
}
