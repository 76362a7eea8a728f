import type { SettlementLineState } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One pharmacy in a city's settlement of a month (QD-10.2): what it traded, what is taken off, and its own payment. Public bodies only. */
@Entity('settlement_line')
export class SettlementLineEntity {
  @PrimaryColumn('text')
  caseNo: string;

  /** 商户号 */
  @PrimaryColumn('text')
  merchantNo: string;

  @Column('text')
  creditCode: string;

  @Column('text')
  name: string;

  @Column('int')
  transactions: number;

  @Column('bigint')
  claimedFen: string;

  @Column('bigint')
  deductionFen: string;

  @Column({ type: 'text', nullable: true })
  deductionReason: string | null;

  /** A corrected account: the sealed value's id; without one the fund pays by its own record of the credit code. */
  @Column({ type: 'text', nullable: true })
  payeeRef: string | null;

  @Column({ type: 'text', nullable: true })
  payeeMasked: string | null;

  @Column('text')
  state: SettlementLineState;

  /** Of the order under way or the last one; part of its key, so that a new try is a new order and a repeated one is none. */
  @Column('int')
  attempt: number;

  @Column({ type: 'text', nullable: true })
  paymentNo: string | null;

  @Column({ type: 'text', nullable: true })
  refusal: string | null;

  @Column('timestamptz')
  updatedAt: Date;
}
