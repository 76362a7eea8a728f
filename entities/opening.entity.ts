import type { CaseStart } from '@due-process/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What was promised when a case was opened: the number and the query code belong to the key for ever. */
@Entity('opening')
export class OpeningEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  accountId: string;

  @Column('text')
  route: string;

  @Column('text')
  key: string;

  @Column('text')
  bodyMac: string;

  @Column('text')
  caseNo: string;

  @Column('text')
  agency: string;

  @Column('text')
  queryCodeHash: string;

  @Column('text')
  queryCodeSealed: string;

  /** (agency, item, subject): unique until released_at, so a second open case is refused before a number is minted. */
  @Column({ type: 'text', nullable: true })
  duplicateKey: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  releasedAt: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  start: CaseStart | null;

  @Column({ type: 'jsonb', nullable: true })
  answer: Record<string, unknown> | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Empty: the case may never have started; the same key starts it again. */
  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}
