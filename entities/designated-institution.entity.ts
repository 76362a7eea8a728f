import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `pharmacySet`: all pharmacies of a city in one settlement (QD-10.2). */
export type InstitutionKind = 'hospital' | 'pharmacy' | 'pharmacySet';

/** 定点医药机构, a row an agreement: a settlement opens every month while one holds. Credit codes and names are public. */
@Entity('designated_institution')
export class DesignatedInstitutionEntity {
  @PrimaryColumn('text')
  agency: string;

  @PrimaryColumn('text')
  creditCode: string;

  /** First day of the agreement. */
  @PrimaryColumn('date')
  designatedOn: string;

  @Column('text')
  kind: InstitutionKind;

  @Column('text')
  name: string;

  /** 商户号 of its card terminals. */
  @Column({ type: 'text', nullable: true })
  merchantNo: string | null;

  /** The office that handles it; the item's first when empty. */
  @Column({ type: 'text', nullable: true })
  officeId: string | null;

  /** Its account outside, where it has one. */
  @Column({ type: 'text', nullable: true })
  organisation: string | null;

  /** Last day, as agreed or as it was ended before; the month in which it ends is still settled. */
  @Column({ type: 'date', nullable: true })
  endedOn: string | null;

  /** Last day as the agreement says. */
  @Column({ type: 'date', nullable: true })
  agreedUntil: string | null;

  @Column({ type: 'date', nullable: true })
  signedOn: string | null;

  /** Why it was ended before its term. */
  @Column({ type: 'text', nullable: true })
  endReason: string | null;

  /** The designation in which it was signed; none of what was entered by hand. */
  @Column({ type: 'text', nullable: true })
  caseNo: string | null;
}
