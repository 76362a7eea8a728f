import type { OutsideRole } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody outside every agency with accounts of their own. The id stands for it in tasks and forms. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: OutsideRole;

  @Column('text')
  name: string;

  /** The agency in whose region it works; null for persons, who may apply anywhere. */
  @Column({ type: 'text', nullable: true })
  agency: string | null;

  /** 统一社会信用代码; persons have none. */
  @Column({ type: 'text', nullable: true })
  creditCode: string | null;

  /** Blind index of the credit code or identity number, as applicants have it. */
  @Column({ type: 'text', nullable: true })
  subject: string | null;
}
