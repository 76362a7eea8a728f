import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `pharmacySet`: all pharmacies of a city in one settlement (QD-10.2). */
export type InstitutionKind = 'hospital' | 'pharmacy' | 'pharmacySet';

/** 定点医药机构: for whom a settlement opens every month while the agreement holds. Credit codes and names are public. */
@Entity('designated_institution')
export class DesignatedInstitutionEntity {
  @PrimaryColumn('text')
  agency: string;

  @PrimaryColumn('text')
  creditCode: string;

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

  @Column('date')
  designatedOn: string;

  /** Last day of the agreement; the month in which it ends is still settled. */
  @Column({ type: 'date', nullable: true })
  endedOn: string | null;
}
