import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What people did apart from cases: sign-ins, settings, exports. Detail holds no personal data. */
@Entity('audit')
export class AuditEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'text', nullable: true })
  accountId: string | null;

  @Column({ type: 'text', nullable: true })
  agency: string | null;

  @Column('text')
  action: string;

  @Column({ type: 'text', nullable: true })
  target: string | null;

  @Column('text')
  outcome: string;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'jsonb', default: {} })
  detail: Record<string, unknown>;
}
