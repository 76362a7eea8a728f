import type { CalendarNotice, WorkCalendar } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A calendar to count by and the notices it was made from. `state`: draft, proposed, published. The newest published one has the highest ordinal. */
@Entity('calendar_version')
export class CalendarVersionEntity {
  @PrimaryColumn('text')
  version: string;

  @Column('int')
  ordinal: number;

  @Column('jsonb')
  calendar: WorkCalendar;

  @Column('jsonb')
  notices: CalendarNotice[];

  @Column('text')
  state: 'draft' | 'proposed' | 'published';

  @Column({ type: 'text', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'text', nullable: true })
  proposedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  proposedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  confirmedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;
}
