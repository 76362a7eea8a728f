import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A numbered output (文书) of a case. */
@Entity('document')
export class DocumentEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  documentNo: string;

  @Column({ type: 'text', nullable: true })
  type: string | null;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'date', nullable: true })
  issuedOn: string | null;

  @Column({ type: 'jsonb', nullable: true })
  data: Record<string, unknown> | null;
}
