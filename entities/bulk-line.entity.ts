import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One case of a bulk run, with what came of it and how it stood before. */
@Entity('bulk_line')
export class BulkLineEntity {
  @PrimaryColumn('uuid')
  runId: string;

  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  taskKey: string;

  @Column({ type: 'text', default: 'pending' })
  state: string;

  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Column({ type: 'jsonb', default: {} })
  before: Record<string, unknown>;

  @Column({ type: 'int', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', nullable: true })
  at: Date | null;
}
