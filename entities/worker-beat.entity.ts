import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A worker process lives: written every ten seconds by itself, for each queue it serves. */
@Entity('worker_beat')
export class WorkerBeatEntity {
  @PrimaryColumn('text')
  identity: string;

  @PrimaryColumn('text')
  queue: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  startedAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
