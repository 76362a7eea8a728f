import type { LimitUnit } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 限制申请: who may not apply, by blind index of the credit or identity number, so that another name does not help. */
@Entity('restriction')
export class RestrictionEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  region: string;

  @Column('text')
  subject: string;

  @Column('text', { array: true })
  itemCodes: string[];

  @Column('date')
  startsOn: string;

  @Column('int')
  quantity: number;

  @Column('text')
  unit: LimitUnit;

  /** As it stood when written; judged by the calendar in force. */
  @Column('date')
  until: string;

  @Column('text')
  reason: string;

  @Column('text')
  caseNo: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column('text', { nullable: true })
  liftingProposedBy: string | null;

  @Column('timestamptz', { nullable: true })
  liftingProposedAt: Date | null;

  @Column('text', { nullable: true })
  liftingProposal: string | null;

  @Column('text', { nullable: true })
  liftedBy: string | null;

  @Column('timestamptz', { nullable: true })
  liftedAt: Date | null;

  @Column('text', { nullable: true })
  liftingReason: string | null;
}
