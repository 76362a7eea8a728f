import type { WindowKind } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Under which window a case came in; without one it is kept for the next. `told`: the steps of its round that the case knows of. */
@Entity('admission')
export class AdmissionEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @Column('text')
  region: string;

  @Column('text')
  kind: WindowKind;

  @Column('text', { nullable: true })
  windowId: string | null;

  @Column('text')
  itemCode: string;

  @Column('date')
  receivedOn: string;

  @Column('text', { array: true, default: [] })
  told: string[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  admittedAt: Date;
}
