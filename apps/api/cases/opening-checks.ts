import { Injectable } from '@nestjs/common';
import type { ItemPublished } from '@due-process/contracts';
import { checkOpening, isRecord, type Opening } from '@due-process/domain';
import { CatalogShelf } from '../items/catalog-shelf';
import { Organisations } from '../organisations/organisations';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { readClaims } from '../uploads/upload-claims';
import type { Claim } from '../uploads/upload.store';
import { numberChecks } from './number-checks';

export interface CheckedOpening {
  item: ItemPublished;
  opening: Opening;
  claims: Claim[];
}

/** A registration read by the rules of its item in force; every bad field is named at once. */
@Injectable()
export class OpeningChecks {
  constructor(
    private readonly shelf: CatalogShelf,
    private readonly organisations: Organisations,
  ) {}

  /** `phoneOptional`: nobody stood at the counter who could have been asked. */
  read(body: unknown, phoneOptional = false): CheckedOpening {
    const { uploads, ...application } = isRecord(body) ? body : {};
    const code = isRecord(body) ? body.itemCode : undefined;
    const item = typeof code === 'string' ? this.shelf.catalog.published(code) : undefined;
    if (typeof code === 'string' && code.trim() !== '' && !item) throw new Problem('ITEM_UNKNOWN');
    const at = { now: new Date().toISOString(), checks: numberChecks(this.shelf, this.organisations), phoneOptional };
    const checked = checkOpening(application, item ? openingRules(item) : noRules, at);
    const files = readClaims(uploads, item?.materials ?? []);
    if (!item || 'faults' in checked || files.faults.length > 0) {
      const unnamed = item ? [] : [{ field: 'itemCode', code: 'REQUIRED', message: '请选择事项' }];
      throw inputProblem([...unnamed, ...('faults' in checked ? checked.faults : []), ...files.faults]);
    }
    return { item, opening: checked.opening, claims: files.claims };
  }
}

const openingRules = (item: ItemPublished) => ({
  agency: item.agency,
  form: item.form,
  materials: item.materials,
  channels: item.channels.filter((channel) => channel.open).map(({ id }) => id),
  channelWhen: Object.fromEntries(item.channels.map(({ id, when }) => [id, when])),
  variants: item.variants.map(({ id }) => id),
  offices: item.offices.map(({ id }) => id),
  applicantKinds: item.applicantKinds.map(({ id }) => id),
  organisationKinds: item.applicantKinds.filter(({ organisation }) => organisation).map(({ id }) => id),
});

const noRules = { agency: '', form: [], materials: [], channels: [], variants: [], offices: [], applicantKinds: [] };
