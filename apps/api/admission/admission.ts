import { Injectable } from '@nestjs/common';
import {
  conditionsHold,
  type AcceptanceWindow,
  type AdmissionRule,
  type ItemPublished,
  type WindowKind,
} from '@due-process/contracts';
import { judgeRestrictions, judgeWindow, type Opening } from '@due-process/domain';
import type { EntityManager } from 'typeorm';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Problem } from '../platform/errors/problem';
import { WindowsStore } from './windows.store';

/** Under what an application comes in. A kept one has no window yet. */
export interface Admitted {
  kind: WindowKind;
  window?: AcceptanceWindow;
}

/** Conditions on an application that refuse it before a number is minted: period, plan and its quota, directory, ban (design §4). */
@Injectable()
export class AdmissionDesk {
  constructor(
    private readonly store: WindowsStore,
    private readonly calendars: CalendarShelf,
    private readonly shelf: CatalogShelf,
  ) {}

  /** @throws Problem `ADMISSION_…` with the dates that the applicant needs */
  async judge(item: ItemPublished, opening: Opening, subject: string): Promise<Admitted[]> {
    const { applicant, channel, form, variant } = opening;
    const scope = { agency: item.agency, channel, applicant, form, ...(variant ? { variant } : {}) };
    const admitted: Admitted[] = [];
    for (const rule of item.admission.filter(({ when }) => conditionsHold(when, scope))) {
      const found = await this.judgeOne(rule, item, opening, subject);
      if (found) admitted.push(found);
    }
    return admitted;
  }

  /** In the opening's transaction, before the number: the last place of a quota is given once. */
  async reserve(manager: EntityManager, admitted: readonly Admitted[]): Promise<void> {
    for (const { window } of admitted) {
      if (window?.data.quota === undefined) continue;
      const { name, from, to, data } = window;
      if ((await this.store.taken(manager, window.id)) < window.data.quota) continue;
      const detail = `${name}（${from} 至 ${to}）的 ${String(data.quota)} 个名额已满`;
      throw new Problem('ADMISSION_QUOTA_USED', { detail, data: { name, from, to, quota: data.quota } });
    }
  }

  async keep(
    manager: EntityManager,
    admitted: readonly Admitted[],
    { caseNo, item, receivedOn }: { caseNo: string; item: ItemPublished; receivedOn: string },
  ): Promise<void> {
    const [first] = admitted;
    if (!first) return;
    const { kind, window } = first;
    const row = { caseNo, region: item.agency, kind, itemCode: item.code, receivedOn };
    await this.store.admit(manager, { ...row, ...(window ? { windowId: window.id } : {}) });
  }

  private async judgeOne(
    rule: AdmissionRule,
    item: ItemPublished,
    opening: Opening,
    subject: string,
  ): Promise<Admitted | undefined> {
    const { receivedOn, form } = opening;
    switch (rule.check) {
      case 'period':
      case 'plan': {
        const kind = rule.window ?? 'acceptancePlan';
        const windows = await this.store.ofItem(item.agency, kind, item.code);
        const verdict = judgeWindow(rule, windows, {
          receivedOn,
          mayBeKept: rule.keepField !== undefined && form[rule.keepField] === true,
          ...said('district', rule.districtField, item, form),
          ...said('kind', rule.kindField, item, form),
        });
        if ('refusal' in verdict) throw Problem.fromRefusal(verdict.refusal);
        return 'window' in verdict ? { kind, window: verdict.window } : { kind };
      }
      case 'ban': {
        const restrictions = await this.store.restrictions(item.agency, subject, item.code);
        if (restrictions.length === 0) return undefined;
        const refusal = judgeRestrictions(rule, restrictions, receivedOn, await this.calendars.newest());
        if (refusal) throw Problem.fromRefusal(refusal);
        return undefined;
      }
      case 'directory': {
        const value = form[rule.field ?? ''];
        // An organisation is chosen with its name; its code is what the list holds.
        const chosen = typeof value === 'object' ? value : { code: value, name: value };
        const entries = this.entries(item.agency, rule.dictionary ?? '');
        if (value !== undefined && !entries.some(({ id, name }) => id === chosen.code || name === chosen.name))
          throw new Problem('ADMISSION_NOT_LISTED', { detail: rule.refusal.replace('{name}', String(chosen.name)) });
        return undefined;
      }
    }
  }

  private entries(agency: string, dictionary: string): { id: string; name: string }[] {
    const edition = this.shelf.catalog.editions.find(({ guide }) => guide.agency.region === agency);
    return edition?.dictionaries.find(({ id }) => id === dictionary)?.entries ?? [];
  }
}

/** As people write it in a plan: the words of the choice, not its identifier. */
function said(
  name: 'district' | 'kind',
  field: string | undefined,
  item: ItemPublished,
  form: Opening['form'],
): Record<string, string> {
  const value = field === undefined ? undefined : form[field];
  if (typeof value !== 'string') return {};
  const option = item.form.find(({ id }) => id === field)?.options?.find((one) => one.value === value);
  return { [name]: option?.label ?? value };
}
