import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An SMS to be sent. `state`: pending, sent, failed, unreachable. The id of the row is the key by which the gateway knows a repeat. */
@Entity('sms')
export class SmsEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'text', nullable: true })
  batchId: string | null;

  /** The applicant; or `account` for a colleague. */
  @Column({ type: 'text', nullable: true })
  personId: string | null;

  @Column({ type: 'text', nullable: true })
  account: string | null;

  @Column('text')
  text: string;

  @Column({ type: 'text', default: 'pending' })
  state: 'pending' | 'sent' | 'failed' | 'unreachable';

  @Column({ type: 'int', default: 0 })
  attempts: number;

  @Column({ type: 'text', nullable: true })
  lastError: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextAttemptAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
