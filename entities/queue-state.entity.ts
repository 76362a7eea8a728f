import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Work that waits in a task queue, as the sweep last saw it. */
@Entity('queue_state')
export class QueueStateEntity {
  @PrimaryColumn('text')
  queue: string;

  @PrimaryColumn('text')
  type: 'workflow' | 'activity';

  @Column('int')
  backlog: number;

  @Column('int')
  oldestSeconds: number;

  @Column('int')
  pollers: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
