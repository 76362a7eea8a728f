import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a round (批次) is: the step its cases were last told of. */
@Entity('round')
export class RoundEntity {
  @PrimaryColumn('text')
  windowId: string;

  @Column('text')
  step: string;

  /** Step → the day on which the round reached it. */
  @Column('jsonb', { default: {} })
  reached: Record<string, string>;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
