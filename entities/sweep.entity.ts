import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a sweep has looked, when, and how long it took. */
@Entity('sweep')
export class SweepEntity {
  @PrimaryColumn('text')
  name: string;

  @Column('timestamptz')
  seenTo: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'int', default: 0 })
  tookMs: number;
}
