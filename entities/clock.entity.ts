import type { ClockKind, ClockState, LimitUnit } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A limit (时限) of a case as it stands. */
@Entity('clock')
export class ClockEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  id: string;

  @Column({ type: 'int', nullable: true })
  arming: number | null;

  @Column({ type: 'text', nullable: true })
  kind: ClockKind | null;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'int', nullable: true })
  quantity: number | null;

  @Column({ type: 'text', nullable: true })
  unit: LimitUnit | null;

  @Column({ type: 'int', nullable: true })
  extendedBy: number | null;

  @Column({ type: 'date', nullable: true })
  startedOn: string | null;

  @Column({ type: 'text', nullable: true })
  startFact: string | null;

  @Column({ type: 'text', nullable: true })
  state: ClockState['state'] | null;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'date', nullable: true })
  endedOn: string | null;

  @Column({ type: 'int', nullable: true })
  used: number | null;

  @Column({ type: 'text', nullable: true })
  calendarVersion: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  passedRungs: string[] | null;

  @Column({ type: 'timestamptz', nullable: true })
  recordedAt: Date | null;
}
