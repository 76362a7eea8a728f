import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 刷卡数据: one payment with the insurance card in a pharmacy, as its terminal uploaded it. Who paid is not kept. */
@Entity('card_transaction')
export class CardTransactionEntity {
  @PrimaryColumn('text')
  agency: string;

  @PrimaryColumn('text')
  transactionNo: string;

  @Column('text')
  merchantNo: string;

  @Column('text')
  merchantName: string;

  @Column('date')
  tradedOn: string;

  @Column('bigint')
  amountFen: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  receivedAt: Date;
}
