import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in; the cookie's token is kept as its hash. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @Column('text')
  accountId: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  lastSeenAt: Date;
}
