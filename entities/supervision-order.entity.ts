import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** 督办单 with its own reply limit; a card (黄牌, 红牌) stays after the case is closed. */
@Entity('supervision_order')
export class SupervisionOrderEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  orderNo: string;

  @Column('text')
  caseNo: string;

  @Column('text')
  agency: string;

  @Column('text')
  issuedBy: string;

  @Column('text')
  addressee: string;

  @Column('text')
  text: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  issuedAt: Date;

  @Column('date')
  replyDueOn: string;

  /** The last day on which it may be objected to. */
  @Column({ type: 'date', nullable: true })
  objectionDueOn: string | null;

  @Column({ type: 'text', nullable: true })
  reply: string | null;

  @Column({ type: 'text', nullable: true })
  repliedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  repliedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  card: 'yellow' | 'red' | null;

  @Column({ type: 'timestamptz', nullable: true })
  cardAt: Date | null;

  /** The configured rule that gave the card; empty for one given by a person. */
  @Column({ type: 'text', nullable: true })
  rule: string | null;

  /** What the rule saw, so that it is told once. */
  @Column({ type: 'text', nullable: true })
  occasion: string | null;

  @Column({ type: 'text', nullable: true })
  objection: string | null;

  @Column({ type: 'text', nullable: true })
  objectedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  objectedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  objectionAnswer: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawnBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
