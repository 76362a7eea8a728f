import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Requests outside cases by their Idempotency-Key, with the answer that a repeat gets. */
@Entity('idempotency')
export class IdempotencyEntity {
  @PrimaryColumn('text')
  accountId: string;

  @PrimaryColumn('text')
  route: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  bodyMac: string;

  @Column({ type: 'int', nullable: true })
  status: number | null;

  @Column({ type: 'jsonb', nullable: true })
  answer: Record<string, unknown> | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}
