import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `waiting`: to be opened. `opened`: its case is there. `refused`: sent back with the reason. */
export type PushedLineState = 'waiting' | 'opened' | 'refused';

/** One person of a pushed list. */
@Entity('pushed_line')
export class PushedLineEntity {
  @PrimaryColumn('text')
  sender: string;

  @PrimaryColumn('text')
  listNo: string;

  /** The sender's own line number. */
  @PrimaryColumn('int')
  line: number;

  @Column('text')
  bodySealed: string;

  @Column('text', { default: 'waiting' })
  state: PushedLineState;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
