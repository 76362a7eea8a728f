import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RosterState = 'reading' | 'staged' | 'processing' | 'settled';

/** 花名册: an uploaded list of persons. The same file from the same account is one roster until it is settled; a case takes it for its own. */
@Entity('roster')
export class RosterEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  agency: string;

  @Column('text')
  accountId: string;

  @Column('text')
  fileName: string;

  @Column('text')
  format: string;

  @Column('int', { default: 0 })
  bytes: number;

  /** Of the file as it came, in hex. */
  @Column('text', { default: '' })
  sha256: string;

  @Column('int', { default: 0 })
  lines: number;

  @Column('int', { default: 0 })
  accepted: number;

  @Column('int', { default: 0 })
  rejected: number;

  @Column('text', { default: 'reading' })
  state: RosterState;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;
}
