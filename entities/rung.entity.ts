import type { RungReceiver } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rung of a ladder: when it falls and whom it tells. `state`: pending, past (lay behind when recorded), fired, dropped (nobody to tell any more). */
@Entity('rung')
export class RungEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  clockId: string;

  @PrimaryColumn('int')
  arming: number;

  @PrimaryColumn('text')
  rung: string;

  @Column({ type: 'date', nullable: true })
  fallsOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  at: Date | null;

  @Column({ type: 'text', array: true, nullable: true })
  receivers: RungReceiver[] | null;

  @Column({ type: 'boolean', default: false })
  sms: boolean;

  @Column('text')
  state: 'pending' | 'past' | 'fired' | 'dropped';

  @Column({ type: 'timestamptz', nullable: true })
  firedAt: Date | null;
}
