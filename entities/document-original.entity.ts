import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A printed document: its words as first printed, sealed, and the hash of the file they gave. Its words never change; only the count of copies grows. */
@Entity('document_original')
export class DocumentOriginalEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  documentNo: string;

  /** Type and version of the wording. */
  @Column('text')
  template: string;

  /** Version of the pages' shape. */
  @Column('int')
  layout: number;

  @Column('text')
  sheetSealed: string;

  @Column('text')
  sha256: string;

  @Column('int')
  bytes: number;

  @Column({ type: 'int', default: 0 })
  copies: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  printedAt: Date;
}
