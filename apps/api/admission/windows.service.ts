import { Injectable } from '@nestjs/common';
import {
  OPERATIONS_QUEUE,
  ROUND_WORKFLOW,
  roundWorkflowId,
  SIGNAL_LOOK,
  WINDOW_KINDS,
  type Actor,
  type ItemPublished,
  type WindowKind,
} from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { randomUUID } from 'node:crypto';
import { CatalogShelf } from '../items/catalog-shelf';
import { Audit } from '../platform/audit/audit';
import { TemporalGateway } from '../platform/temporal/temporal-gateway';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import type { WindowInput } from './window.schemas';
import { WindowsStore, type AdmittedCase, type ListedWindow } from './windows.store';

export interface WindowView extends ListedWindow {
  state: 'announced' | 'open' | 'closed' | 'withdrawn';
}

export interface OfferedKind {
  kind: WindowKind;
  items: { code: string; name: string }[];
}

/** Publishing what is taken in when: by those who answer for it, and written in the audit. */
@Injectable()
export class Windows {
  constructor(
    private readonly store: WindowsStore,
    private readonly shelf: CatalogShelf,
    private readonly audit: Audit,
    private readonly engine: TemporalGateway,
  ) {}

  async list(actor: Actor): Promise<{ windows: WindowView[]; offered: OfferedKind[] }> {
    return { windows: (await this.store.list(actor.agency)).map(viewOf), offered: this.offered(actor.agency) };
  }

  /** Which items of the agency go by which kind of window: what may be published. */
  private offered(agency: string): OfferedKind[] {
    const items = this.shelf.catalog.items(agency).flatMap(({ code }) => this.shelf.catalog.published(code) ?? []);
    return WINDOW_KINDS.map((kind) => ({
      kind,
      items: items.filter((item) => asks(item, kind)).map(({ code, name }) => ({ code, name })),
    })).filter((one) => one.items.length > 0);
  }

  async publish(actor: Actor, input: WindowInput): Promise<WindowView> {
    const { districts, kinds, quota, noticeOn, listOn, ...window } = input;
    const strangers = window.itemCodes.flatMap((code, i) => {
      const item = this.shelf.catalog.published(code);
      if (!item || item.agency !== actor.agency) return [{ field: `itemCodes.${i}`, message: '本机构没有这个事项' }];
      return asks(item, window.kind) ? [] : [{ field: `itemCodes.${i}`, message: '该事项不按此类期间受理' }];
    });
    if (strangers.length > 0) throw inputProblem(strangers.map((one) => ({ ...one, code: 'NOT_VALID' as const })));
    const id = `w_${randomUUID()}`;
    const data = {
      ...(districts && { districts }),
      ...(kinds && { kinds }),
      ...(quota && { quota }),
      ...(noticeOn && { noticeOn }),
      ...(listOn && { listOn }),
    };
    await this.store.add({ ...window, id, region: actor.agency, data, publishedBy: actor.id });
    await this.audit.write({ actor, action: 'window.publish', target: id, outcome: 'done', detail: { ...input } });
    return this.found(id, actor);
  }

  async withdraw(actor: Actor, id: string, reason: string): Promise<WindowView> {
    const window = await this.found(id, actor);
    if (window.state === 'withdrawn') throw new Problem('WINDOW_STATE', { detail: '已经撤回' });
    if (window.step !== null)
      throw new Problem('WINDOW_STATE', { detail: '该批次已进入评估，不能撤回；需停办的办件请逐件终止' });
    await this.store.withdraw(id, actor.id, reason);
    await this.audit.write({ actor, action: 'window.withdraw', target: id, outcome: 'done', detail: { reason } });
    return this.found(id, actor);
  }

  /** What came in under it, by number. */
  async admitted(actor: Actor, id: string): Promise<WindowView & { cases: AdmittedCase[] }> {
    const window = await this.found(id, actor);
    return { ...window, cases: await this.store.admitted(id) };
  }

  /** A round whose applications have closed looks at once how far it is; without this it does so every few minutes. */
  async advance(actor: Actor, id: string): Promise<WindowView> {
    const window = await this.found(id, actor);
    if (window.kind !== 'designationRound') throw new Problem('WINDOW_STATE', { detail: '只有集中办理批次可以推进' });
    if (window.state !== 'closed')
      throw new Problem('WINDOW_STATE', { detail: `受理至 ${window.to}，截止之后方可开始评估` });
    if (window.step === 'finished') throw new Problem('WINDOW_STATE', { detail: '该批次已全部办结' });
    await this.engine.call((client) =>
      client.workflow.signalWithStart(ROUND_WORKFLOW, {
        workflowId: roundWorkflowId(id),
        taskQueue: OPERATIONS_QUEUE,
        args: [{ windowId: id }],
        signal: SIGNAL_LOOK,
      }),
    );
    await this.audit.write({ actor, action: 'window.advance', target: id, outcome: 'done' });
    return this.found(id, actor);
  }

  private async found(id: string, actor: Actor): Promise<WindowView> {
    const window = await this.store.find(id, actor.agency);
    if (!window) throw new Problem('WINDOW_UNKNOWN');
    return viewOf(window);
  }
}

const asks = ({ admission }: ItemPublished, kind: WindowInput['kind']): boolean =>
  admission.some(({ window }) => window === kind);

function viewOf(window: ListedWindow): WindowView {
  const today = shanghaiDate(new Date().toISOString());
  const byDate = today < window.from ? 'announced' : today > window.to ? 'closed' : 'open';
  return { ...window, state: window.withdrawnAt ? 'withdrawn' : byDate };
}
