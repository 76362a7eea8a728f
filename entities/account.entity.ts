import type { Role } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who may sign in. Away (请假) from and to, both inclusive: the deputy is told instead. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  username: string;

  @Column('text')
  passwordHash: string;

  @Column('text')
  displayName: string;

  @Column('text')
  agency: string;

  @Column({ type: 'text', array: true })
  roles: Role[];

  @Column({ type: 'text', array: true })
  units: string[];

  @Column({ type: 'text', nullable: true })
  phoneSealed: string | null;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  @Column({ type: 'date', nullable: true })
  awayFrom: string | null;

  @Column({ type: 'date', nullable: true })
  awayTo: string | null;

  @Column({ type: 'text', nullable: true })
  deputy: string | null;

  /** Of an account outside every agency: whom it acts for. */
  @Column({ type: 'text', nullable: true })
  organisation: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
