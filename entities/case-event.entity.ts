import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of the journal (日志), append-only. Void markers (`batchVoided`) have no seq; voided rows stay and are marked. */
@Entity('case_event')
export class CaseEventEntity {
  @PrimaryColumn('text')
  caseNo: string;

  /** Physical order in the case, from 1. */
  @PrimaryColumn('int')
  entry: number;

  @Column({ type: 'int', nullable: true })
  seq: number | null;

  @Column('text')
  type: string;

  @Column('jsonb')
  data: Record<string, unknown>;

  @Column({ type: 'int', nullable: true })
  version: number | null;

  @Column({ type: 'text', nullable: true })
  actor: string | null;

  @Column({ type: 'date', nullable: true })
  occurredOn: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column({ type: 'text', nullable: true })
  commandKey: string | null;

  @Column({ type: 'text', nullable: true })
  commandMac: string | null;

  @Column({ type: 'text', nullable: true })
  commandAction: string | null;

  @Column('text')
  batchId: string;

  /** Time of the workflow task that wrote the batch. */
  @Column('timestamptz')
  writtenAt: Date;

  @Column({ type: 'text', nullable: true })
  runId: string | null;

  @Column({ type: 'text', nullable: true })
  digest: string | null;

  /** Hash of the entry before. */
  @Column({ type: 'bytea', nullable: true })
  prevHash: Buffer | null;

  @Column('bytea')
  hash: Buffer;

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  voidedBy: string | null;
}
