import { Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { Directory } from '../cases/directory';
import { Audit } from '../platform/audit/audit';
import { Problem } from '../platform/errors/problem';
import { RestrictionsStore, type RestrictionRow } from './restrictions.store';

export interface RestrictionView extends RestrictionRow {
  state: 'inForce' | 'over' | 'lifted';
  stateWords: string;
  proposedByName: string | null;
  liftedByName: string | null;
}

const words = { inForce: '限制中', over: '已期满', lifted: '已解除' } as const;

/**
 * 解除限制 (QD-9.1、9.2 四（六） names the year and no way out of it before: for errors and for what a review or a court decides). One proposes with the reason, another
 * confirms; from then on the applicant is let in again, and the row keeps who lifted it and why.
 */
@Injectable()
export class Restrictions {
  constructor(
    private readonly store: RestrictionsStore,
    private readonly directory: Directory,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor): Promise<{ restrictions: RestrictionView[] }> {
    return { restrictions: await this.shown(actor, await this.store.list(actor.agency)) };
  }

  async propose(actor: Actor, id: string, reason: string): Promise<RestrictionView> {
    const found = await this.inForce(actor, id);
    if (found.proposedBy) throw new Problem('ACTION_NOT_ALLOWED', { detail: '已有人提出解除，等待另一人确认' });
    await this.store.propose(id, actor.id, reason);
    return this.after(actor, id, 'restriction.propose', { reason });
  }

  async drop(actor: Actor, id: string): Promise<RestrictionView> {
    const found = await this.inForce(actor, id);
    if (!found.proposedBy) throw new Problem('ACTION_NOT_ALLOWED', { detail: '没有人提出解除' });
    await this.store.drop(id);
    return this.after(actor, id, 'restriction.drop', {});
  }

  async confirm(actor: Actor, id: string): Promise<RestrictionView> {
    const found = await this.inForce(actor, id);
    if (!found.proposedBy) throw new Problem('ACTION_NOT_ALLOWED', { detail: '没有人提出解除' });
    if (found.proposedBy === actor.id) throw new Problem('SECOND_PERSON_REQUIRED');
    await this.store.lift(id, actor.id);
    return this.after(actor, id, 'restriction.lift', { reason: found.proposal, proposedBy: found.proposedBy });
  }

  private async inForce(actor: Actor, id: string): Promise<RestrictionRow> {
    const found = await this.store.find(actor.agency, id);
    if (!found) throw new Problem('NOT_FOUND');
    if (found.liftedAt) throw new Problem('ACTION_NOT_ALLOWED', { detail: '限制已经解除' });
    return found;
  }

  private async after(actor: Actor, id: string, action: string, detail: object): Promise<RestrictionView> {
    const row = await this.store.find(actor.agency, id);
    if (!row) throw new Problem('NOT_FOUND');
    await this.audit.write({ actor, action, target: row.caseNo, outcome: 'done', detail: { id, ...detail } });
    const [view] = await this.shown(actor, [row]);
    return view as RestrictionView;
  }

  private async shown(viewer: Actor, rows: RestrictionRow[]): Promise<RestrictionView[]> {
    const today = shanghaiDate(new Date().toISOString());
    const accounts = rows.flatMap(({ proposedBy, liftedBy }) => [proposedBy, liftedBy]).filter((one) => one !== null);
    const nameOf = await this.directory.displayNames(accounts, viewer);
    return rows.map((row) => {
      const state = row.liftedAt ? 'lifted' : row.until < today ? 'over' : 'inForce';
      return {
        ...row,
        state,
        stateWords: words[state],
        proposedByName: row.proposedBy && nameOf(row.proposedBy),
        liftedByName: row.liftedBy && nameOf(row.liftedBy),
      };
    });
  }
}
