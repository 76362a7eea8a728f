import { Injectable } from '@nestjs/common';
import type { Actor, ItemPublished } from '@due-process/contracts';
import { lastDayOf } from '@due-process/domain';
import { PersonStore } from '../cases/person.store';
import { CatalogShelf } from '../items/catalog-shelf';
import { Worklist } from '../worklist/worklist.service';
import { InstitutionsStore, type Institution } from './institutions.store';
import { SettlementCasesStore } from './settlement-cases.store';

/** Which kind of institution an item settles for, by its parameter `opensFor`. */
const settledKinds: Readonly<Record<string, Institution['kind']>> = {
  hospitals: 'hospital',
  pharmacies: 'pharmacy',
  cityPharmacies: 'pharmacySet',
};

/** 费用结算 (YT-11, QD-10) as the section looks at it: who is settled in a month, by which case, and how far each has come. */
@Injectable()
export class Settlements {
  constructor(
    private readonly institutions: InstitutionsStore,
    private readonly cases: SettlementCasesStore,
    private readonly persons: PersonStore,
    private readonly shelf: CatalogShelf,
    private readonly worklist: Worklist,
  ) {}

  /** The items by which the agency settles, each with the kind of institution and the offices that take it in. */
  itemsOf(agency: string) {
    return this.published(agency).flatMap(({ code, name, offices, params }) => {
      const kind = settledKinds[String(params.opensFor)];
      return kind
        ? [{ itemCode: code, name, kind, offices: offices.map((one) => ({ id: one.id, name: one.name })) }]
        : [];
    });
  }

  /** Every institution with an agreement in the month, each with its case or none. */
  async ofMonth(actor: Actor, period: string) {
    const items = this.itemsOf(actor.agency);
    const [list, found] = await Promise.all([
      this.institutions.list(actor.agency),
      this.cases.ofMonth(
        actor.agency,
        items.map(({ itemCode }) => itemCode),
        period,
      ),
    ]);
    const lines = await this.worklist.linesOf(
      actor,
      found.map(({ caseNo }) => caseNo),
    );
    const caseOf = new Map(found.map(({ itemCode, subject, caseNo }) => [`${itemCode} ${subject}`, caseNo]));
    const held = list.filter((one) => holdsIn(one, period));
    const settled = [...new Map(held.map((one) => [one.creditCode, one])).values()];
    return {
      period,
      // One line an institution, whatever agreements follow one another in the month.
      settlements: settled.flatMap(({ creditCode, name, kind }) => {
        const subject = this.persons.subjectOf(creditCode);
        return items
          .filter((item) => item.kind === kind)
          .map(({ itemCode, name: itemName }) => ({
            creditCode,
            name,
            kind,
            itemCode,
            itemName,
            case: lines.get(caseOf.get(`${itemCode} ${subject}`) ?? '') ?? null,
          }));
      }),
    };
  }

  /** One institution's settlements, newest first. `period` is null for what was reported again. */
  async ofInstitution(actor: Actor, creditCode: string) {
    const codes = this.itemsOf(actor.agency).map(({ itemCode }) => itemCode);
    const found = await this.cases.ofSubject(actor.agency, codes, this.persons.subjectOf(creditCode));
    const lines = await this.worklist.linesOf(
      actor,
      found.map(({ caseNo }) => caseNo),
    );
    return {
      settlements: found.flatMap(({ caseNo, period }) => {
        const line = lines.get(caseNo);
        return line ? [{ period, case: line }] : [];
      }),
    };
  }

  private published(agency: string): ItemPublished[] {
    const { catalog } = this.shelf;
    const all = catalog.items(agency).flatMap(({ code }) => catalog.published(code) ?? []);
    return all.filter(({ story }) => story === 'institutionSettlement');
  }
}

/** The month in which an agreement ends is still settled. */
const holdsIn = ({ designatedOn, endedOn }: Institution, period: string): boolean =>
  designatedOn <= lastDayOf(period) && (endedOn === null || endedOn >= `${period}-01`);
