import type { Cosigner, TaskState } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit of work (待办) of a case, open or done. */
@Entity('task')
export class TaskEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  key: string;

  @Column({ type: 'text', nullable: true })
  agency: string | null;

  @Column({ type: 'text', nullable: true })
  stage: string | null;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text', nullable: true })
  shows: string | null;

  @Column({ type: 'text', nullable: true })
  role: string | null;

  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column({ type: 'text', nullable: true })
  assignee: string | null;

  @Column({ type: 'text', nullable: true })
  delegatedBy: string | null;

  @Column({ type: 'jsonb', nullable: true })
  cosigners: Cosigner[] | null;

  @Column({ type: 'jsonb', nullable: true })
  awaiting: NonNullable<TaskState['awaiting']> | null;

  @Column({ type: 'date', nullable: true })
  openedOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  openedAt: Date | null;

  @Column({ type: 'int', nullable: true })
  arming: number | null;

  @Column({ type: 'int', nullable: true })
  reminders: number | null;

  @Column({ type: 'boolean', default: false })
  done: boolean;
}
