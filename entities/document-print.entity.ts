import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One print of a document (打印记录), the first one included. Append-only. */
@Entity('document_print')
export class DocumentPrintEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  caseNo: string;

  @Column('text')
  documentNo: string;

  /** 1 is the original. */
  @Column('int')
  copyNo: number;

  /** Account, or `applicant` for a print with number and query code. */
  @Column('text')
  printedBy: string;

  @Column('text')
  agency: string;

  /** Of the file that was made now. */
  @Column('text')
  sha256: string;

  /** `printed`, or `refused`: it was not the file of the first print, and nobody got it. */
  @Column('text')
  outcome: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
