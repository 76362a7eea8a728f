import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A message to an account, to a unit, to a role of an agency, or shown to the applicant on the progress page. */
@Entity('message')
export class MessageEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  /** Unique in the case. */
  @Column('text')
  key: string;

  @Column({ type: 'text', nullable: true })
  batchId: string | null;

  @Column({ type: 'text', nullable: true })
  agency: string | null;

  @Column({ type: 'text', nullable: true })
  account: string | null;

  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column({ type: 'text', nullable: true })
  role: string | null;

  @Column({ type: 'boolean', default: false })
  applicant: boolean;

  @Column('text')
  kind: string;

  @Column('text')
  text: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null;

  @Column({ type: 'text', nullable: true })
  readBy: string | null;
}
