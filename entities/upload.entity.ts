import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A file brought for a case. */
@Entity('upload')
export class UploadEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  accountId: string;

  @Column('text')
  agency: string;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'text', nullable: true })
  materialId: string | null;

  @Column('text')
  fileName: string;

  @Column('text')
  mediaType: string;

  @Column('bigint')
  bytes: string;

  @Column('text')
  sha256: string;

  @Column('text')
  location: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
