import { Injectable } from '@nestjs/common';
import type { PushedListRule } from '@due-process/contracts';
import { CatalogShelf } from '../items/catalog-shelf';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';

interface ListRule {
  agency: string;
  itemCode: string;
  rule: PushedListRule;
}

/** Which item a kind of list opens, by the catalogue in force. */
@Injectable()
export class ListRules {
  constructor(private readonly shelf: CatalogShelf) {}

  /** @throws Problem `INPUT_INVALID` for a kind that nobody takes, `LETTER_WRONG_AGENCY` for one that another agency takes */
  of(agency: string, kind: string): ListRule {
    const all = this.all();
    const found = all.find((one) => one.rule.kind === kind && one.agency === agency);
    if (found) return found;
    if (all.some(({ rule }) => rule.kind === kind))
      throw new Problem('LETTER_WRONG_AGENCY', { detail: '名单并非发往本机构' });
    const kinds = all.map(({ rule }) => `${rule.kind}（${rule.name}）`).join('、');
    throw inputProblem([{ field: 'kind', code: 'NOT_OFFERED', message: `没有这种名单；可推送：${kinds}` }]);
  }

  private all(): ListRule[] {
    const { catalog } = this.shelf;
    return catalog
      .items()
      .flatMap(({ code, agency }) =>
        (catalog.published(code)?.pushedLists ?? []).map((rule) => ({ agency, itemCode: code, rule })),
      );
  }
}
