import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type SourceOpened, type SourceOpening } from '@due-process/contracts';
import { createCommandMac, type Keys } from '@due-process/secrets';
import { CatalogShelf } from '../items/catalog-shelf';
import { Organisations } from '../organisations/organisations';
import { KEYS } from '../platform/keys/keys.module';
import { duplicateKeyOf } from './duplicate-key';
import { OpeningChecks } from './opening-checks';
import { OpeningPromises } from './opening-promises';
import { OpeningStore, duplicateProblem, takenKey, type Opening as KeptOpening } from './opening.store';
import { PersonStore } from './person.store';

/** Stands where the counter has the route: one account and one route for everything that opens by itself. */
const sourceName = { account: 'system', route: 'source' } as const;

/**
 * Cases that open by themselves (免申即享, monthly settlement, pushed registrations), on the same path as at the counter: the same checks, number,
 * promise and Update. The source is the key, so whoever sends it again, days later or with another content, finds the case that is there.
 */
@Injectable()
export class SourceOpenings {
  private readonly mac;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly shelf: CatalogShelf,
    private readonly checks: OpeningChecks,
    private readonly promises: OpeningPromises,
    private readonly store: OpeningStore,
    private readonly persons: PersonStore,
    private readonly organisations: Organisations,
  ) {
    this.mac = createCommandMac(keys);
  }

  /** @throws Problem as `POST /api/cases`: ITEM_UNKNOWN, INPUT_INVALID naming every bad field, CASE_DUPLICATE when `perApplicant`. */
  async open(request: SourceOpening): Promise<SourceOpened> {
    const since = Date.now();
    const { source, duplicates = 'perSource', ...application } = request;
    await this.organisations.refresh();
    const officeId = application.officeId ?? this.shelf.catalog.published(request.itemCode)?.offices[0]?.id;
    const { item, opening, claims } = this.checks.read({ ...application, officeId }, true);
    const subject = this.persons.subjectOf(opening.applicant.idNumber);
    const sourceKey = `${item.code}:${subject}:${source.reference}`;
    const name = { ...sourceName, key: this.mac.key(sourceName.account, sourceName.route, sourceKey) };
    const bodyMac = this.mac.body(application);
    const finish = async (kept: KeptOpening, first: boolean): Promise<SourceOpened> => {
      const { answer } = await this.promises.finish(kept, since, first);
      return { ...answer, repeated: !first, changed: kept.bodyMac !== bodyMac };
    };
    const kept = await this.store.ofSource({ itemCode: item.code, subject, reference: source.reference });
    if (kept) return finish(kept, false);

    const ofApplicant = duplicateKeyOf(item, opening, subject);
    const shared = duplicates === 'perApplicant' || item.params.onePer !== undefined;
    const duplicateKey = shared ? ofApplicant : `${ofApplicant}:${source.reference}`;
    const other = shared ? await this.store.openCaseOf(duplicateKey) : undefined;
    if (other) {
      const parallel = await this.store.find(name);
      if (parallel) return finish(parallel, false);
      throw duplicateProblem(other);
    }
    const actor = systemActor(item.agency);
    try {
      const promise = await this.promises.make({
        name,
        actor,
        item,
        opening,
        claims,
        bodyMac,
        duplicateKey,
        beside: (manager, caseNo) =>
          this.store.insertSource(manager, { ...source, itemCode: item.code, subject, agency: item.agency, caseNo }),
      });
      return await finish(promise, true);
    } catch (error) {
      if (takenKey(error) === undefined) throw error;
      const parallel = await this.store.find(name);
      if (parallel) return finish(parallel, false);
      throw duplicateProblem(await this.store.openCaseOf(duplicateKey));
    }
  }
}
