import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { createCommandMac, type Keys } from '@due-process/secrets';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/errors/problem';
import { Organisations } from '../organisations/organisations';
import { KEYS } from '../platform/keys/keys.module';
import { allowOpening } from './opening-access';
import { duplicateKeyOf, ownSource } from './duplicate-key';
import { OpeningChecks } from './opening-checks';
import { OpeningPromises, type Opened } from './opening-promises';
import { OpeningStore, duplicateProblem, takenKey, type Opening as KeptOpening } from './opening.store';
import { PersonStore } from './person.store';

export const openRoute = 'POST /api/cases';

/**
 * Registration (收件) by a person: a clerk at the counter, or an applicant. Everything that can refuse is asked before a number is minted. How
 * the number is promised and the case opened is the same as for cases that open by themselves (source-openings.ts).
 */
@Injectable()
export class Openings {
  private readonly mac;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly checks: OpeningChecks,
    private readonly promises: OpeningPromises,
    private readonly store: OpeningStore,
    private readonly persons: PersonStore,
    private readonly organisations: Organisations,
  ) {
    this.mac = createCommandMac(keys);
  }

  async open(actor: Actor, key: string, body: unknown): Promise<Opened> {
    const since = Date.now();
    const name = { account: actor.id, route: openRoute, key: this.mac.key(actor.id, openRoute, key) };
    const bodyMac = this.mac.body(body);
    const finish = (kept: KeptOpening, first: boolean): Promise<Opened> => {
      if (kept.bodyMac !== bodyMac) throw new Problem('IDEMPOTENCY_KEY_REUSED');
      return this.promises.finish(kept, since, first);
    };
    const kept = await this.store.find(name);
    if (kept) return finish(kept, false);

    await this.organisations.refresh();
    const { item, opening, claims } = this.checks.read(body);
    const subject = this.persons.subjectOf(opening.applicant.idNumber);
    const opener = allowOpening(actor, item, opening, { organisations: this.organisations, subject });
    const duplicateKey = duplicateKeyOf(item, opening, subject);
    const reference = ownSource(item, opening);
    const source = {
      itemCode: item.code,
      subject,
      reference: reference ?? '',
      kind: 'counter',
      agency: item.agency,
    } as const;
    const other = await this.store.openCaseOf(duplicateKey);
    if (other) {
      const parallel = await this.store.find(name);
      if (parallel) return finish(parallel, false);
      throw duplicateProblem(other);
    }
    if (reference) {
      const granted = await this.store.grantedBy(source);
      if (granted) throw duplicateProblem(granted, '同一事由已经办结，办件编号');
    }
    try {
      const promise = await this.promises.make({
        name,
        actor,
        ...opener,
        item,
        opening,
        claims,
        bodyMac,
        duplicateKey,
        // The schedule of the month, or the settlement of the birth, finds what was applied for at the counter.
        ...(reference && {
          beside: (manager: EntityManager, caseNo: string) => this.store.takeSource(manager, { ...source, caseNo }),
        }),
      });
      return await finish(promise, true);
    } catch (error) {
      const taken = takenKey(error);
      if (taken === undefined) throw error;
      const parallel = await this.store.find(name);
      if (parallel) return finish(parallel, false);
      throw taken === 'duplicate' ? duplicateProblem(await this.store.openCaseOf(duplicateKey)) : error;
    }
  }
}
