import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody was told that a limit draws near or has passed (催督办). Append-only, part of the timeline. */
@Entity('escalation')
export class EscalationEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  caseNo: string;

  @Column('text')
  clockId: string;

  @Column('int')
  arming: number;

  @Column('text')
  rung: string;

  @Column('text')
  account: string;

  /** In which capacity: holder, head, leader, supervise. */
  @Column('text')
  receiver: string;

  @Column({ type: 'text', nullable: true })
  agency: string | null;

  @Column({ type: 'text', nullable: true })
  clockName: string | null;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column('timestamptz')
  at: Date;
}
