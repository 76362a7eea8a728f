import type { WindowData, WindowKind } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published period, plan or round. Never changed once published: a mistake is withdrawn and published anew. */
@Entity('acceptance_window')
export class AcceptanceWindowEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  region: string;

  @Column('text')
  kind: WindowKind;

  @Column('text', { array: true })
  itemCodes: string[];

  @Column('text')
  name: string;

  @Column('date')
  opensOn: string;

  @Column('date')
  closesOn: string;

  @Column('jsonb', { default: {} })
  data: WindowData;

  /** Absent: came with the installation. */
  @Column('text', { nullable: true })
  publishedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  publishedAt: Date;

  @Column('text', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  withdrawalReason: string | null;
}
