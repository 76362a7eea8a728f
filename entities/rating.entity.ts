import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** 好差评: once a visit. */
@Entity('rating')
export class RatingEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  caseNo: string;

  @Column('text')
  visit: string;

  @Column('int')
  level: number;

  @Column({ type: 'text', array: true, default: [] })
  phrases: string[];

  @Column({ type: 'text', nullable: true })
  remark: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  givenAt: Date;
}
