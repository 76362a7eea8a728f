import type { CasePhase, Outcome } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The case as lists and boards read it. Lights are made on read from the dates. */
@Entity('case_file')
export class CaseFileEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @Column({ type: 'text', nullable: true })
  itemCode: string | null;

  @Column({ type: 'text', nullable: true })
  edition: string | null;

  @Column({ type: 'text', nullable: true })
  rulesHash: string | null;

  @Column({ type: 'text', nullable: true })
  agency: string | null;

  @Column({ type: 'text', nullable: true })
  officeId: string | null;

  @Column({ type: 'text', nullable: true })
  channel: string | null;

  @Column({ type: 'text', nullable: true })
  variant: string | null;

  @Column({ type: 'text', nullable: true })
  mode: string | null;

  @Column({ type: 'text', nullable: true })
  phase: CasePhase | null;

  @Column({ type: 'text', nullable: true })
  outcome: Outcome | null;

  @Column({ type: 'text', nullable: true })
  personId: string | null;

  @Column({ type: 'text', nullable: true })
  applicantMasked: string | null;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'int', nullable: true })
  seq: number | null;

  @Column({ type: 'int', nullable: true })
  version: number | null;

  @Column({ type: 'text', nullable: true })
  stageName: string | null;

  @Column({ type: 'text', nullable: true })
  assignee: string | null;

  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column({ type: 'date', nullable: true })
  receivedOn: string | null;

  @Column({ type: 'date', nullable: true })
  acceptedOn: string | null;

  @Column({ type: 'date', nullable: true })
  concludedOn: string | null;

  @Column({ type: 'date', nullable: true })
  servedOn: string | null;

  @Column({ type: 'date', nullable: true })
  statutoryDueOn: string | null;

  @Column({ type: 'date', nullable: true })
  promisedDueOn: string | null;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'date', nullable: true })
  stepDueOn: string | null;

  @Column({ type: 'date', nullable: true })
  yellowOn: string | null;

  @Column({ type: 'boolean', nullable: true })
  paused: boolean | null;

  @Column({ type: 'text', nullable: true })
  waitingFor: string | null;

  /** The place of the flow chart at which it stands, and the day on which a wait ends. */
  @Column({ type: 'text', nullable: true })
  waitsAt: string | null;

  @Column({ type: 'date', nullable: true })
  waitsUntil: string | null;

  @Column({ type: 'text', nullable: true })
  calendarVersion: string | null;

  /** Latest due date of a running clock: which cases a new calendar can touch. */
  @Column({ type: 'date', nullable: true })
  horizonOn: string | null;

  @Column({ type: 'boolean', default: true })
  open: boolean;

  @Column({ type: 'boolean', default: false })
  ended: boolean;

  @Column({ type: 'text', nullable: true })
  lastBatchId: string | null;

  @Column({ type: 'text', nullable: true })
  lastDigest: string | null;

  @Column({ type: 'text', nullable: true })
  runId: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  /** Worklist tab; a paused case is under 已暂停 only. */
  @Column({ type: 'text', nullable: true, insert: false, update: false })
  tab: 'intake' | 'acceptance' | 'supplement' | 'paused' | 'conclusion' | 'closed' | null;

  /** Order of lists: open by due date, then without limit, then closed. */
  @Column({ type: 'date', insert: false, update: false })
  sortOn: string;
}
