import type { ItemRules } from '@due-process/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The pinned rules of an item by their hash: what running and closed cases were handled by. */
@Entity('case_rules')
export class CaseRulesEntity {
  @PrimaryColumn('text')
  hash: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  edition: string;

  @Column('jsonb')
  rules: ItemRules;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
