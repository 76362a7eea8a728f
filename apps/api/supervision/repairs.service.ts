import { Injectable } from '@nestjs/common';
import { TWO_PERSON_REPAIRS, type Actor, type ErrorCode, type Refusal } from '@due-process/contracts';
import {
  causeWords,
  classWords,
  decide,
  eventWords,
  isRefused,
  isTold,
  offeredRepairs,
  repairWords,
  waitWords,
  whyNotRepair,
} from '@due-process/domain';
import { CaseReader, type ReadCase } from '../cases/case-reader';
import { Directory } from '../cases/directory';
import { CatalogShelf } from '../items/catalog-shelf';
import { allow } from '../platform/access/allow';
import { problemOf } from '../platform/errors/failures';
import { Problem } from '../platform/errors/problem';
import { RepairDoing, repairCommand } from './repair-doing';
import { RepairStore, type RepairRow } from './repair.store';
import type { RepairInput } from './supervision.schemas';

const refused = ({ code, detail }: Refusal): Problem => new Problem(code as ErrorCode, { detail });
const unclassed = {
  class: 'personsTurn',
  cause: 'inHand',
  code: null,
  attempt: null,
  detail: null,
  since: null,
  waitsAt: null,
  until: null,
} as const;

/**
 * Repairs of stuck cases (issue of supervision): shown first, allowed only where they can work, by two persons where the law's own course is left.
 * What is shown and what is done are decided by the same functions on the same journal; whether the case moved is checked by the sweep.
 */
@Injectable()
export class Repairs {
  constructor(
    private readonly reader: CaseReader,
    private readonly store: RepairStore,
    private readonly doing: RepairDoing,
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
  ) {}

  /** What can be done about a case, and what has been. */
  async of(actor: Actor, caseNo: string) {
    const { found, trouble } = await this.look(actor, caseNo);
    return {
      caseNo,
      class: trouble.class,
      classWords: classWords[trouble.class],
      causeWords:
        waitWords(this.shelf.catalog.published(found.rules.code), trouble.cause, trouble.waitsAt, trouble.until) ??
        causeWords(trouble.cause, trouble),
      detail: trouble.detail,
      since: trouble.since,
      until: trouble.until,
      offers: offeredRepairs(found.state, trouble),
      repairs: await this.worded(await this.store.list(actor.agency, { caseNo, open: false })),
    };
  }

  /** The dry run: what would be written into the case, in words; nothing is done. */
  async preview(actor: Actor, caseNo: string, input: RepairInput) {
    const { found, trouble } = await this.look(actor, caseNo);
    const why = whyNotRepair(found.state, trouble, input);
    const offer = offeredRepairs(found.state, trouble).find(({ kind }) => kind === input.kind);
    const base = { kind: input.kind, effect: offer?.effect ?? '', twoPersons: TWO_PERSON_REPAIRS.has(input.kind) };
    if (why) return { ...base, allowed: false, reason: why, events: [] };
    const tried = await this.tried(found, actor, input);
    if ('refusal' in tried) return { ...base, allowed: false, reason: tried.refusal, events: [] };
    return { ...base, allowed: true, events: tried.events };
  }

  async propose(actor: Actor, caseNo: string, input: RepairInput) {
    const { found, trouble } = await this.look(actor, caseNo);
    await this.mayBeDone(found, actor, input, trouble);
    const { kind, reason, ...rest } = input;
    const { agency, state } = found;
    const proposed = await this.store.propose(
      { caseNo, agency, kind, reason, input: rest, classBefore: trouble.class, proposedBy: actor.id },
      state.seq,
    );
    if (!TWO_PERSON_REPAIRS.has(kind)) return this.do(actor, proposed, found);
    await this.store.tell(
      proposed,
      `办件 ${caseNo} 的修复“${repairWords[kind]}”待确认（${proposed.repairNo}）：${reason}`,
      ['head', 'leader', 'supervise'],
    );
    return this.one(proposed);
  }

  async confirm(actor: Actor, repairNo: string) {
    const proposed = await this.open(actor, repairNo);
    if (proposed.proposedBy === actor.id) throw new Problem('SECOND_PERSON_REQUIRED');
    const { found, trouble } = await this.look(actor, proposed.caseNo);
    await this.mayBeDone(found, actor, inputOf(proposed), trouble);
    return this.do(actor, proposed, found);
  }

  async decline(actor: Actor, repairNo: string, reason: string) {
    const proposed = await this.open(actor, repairNo);
    const declined = await this.store.decline(proposed.repairNo, actor.id, reason);
    if (!declined) throw new Problem('REPAIR_STATE');
    return this.one(declined);
  }

  async list(actor: Actor, open: boolean, caseNo?: string) {
    return { repairs: await this.worded(await this.store.list(actor.agency, { open, caseNo })) };
  }

  private async do(actor: Actor, proposed: RepairRow, found: ReadCase) {
    const confirmed = await this.store.confirm(proposed.repairNo, actor.id, found.state.seq);
    if (!confirmed) throw new Problem('REPAIR_STATE');
    try {
      await this.doing.run(actor, confirmed, found);
    } catch (error) {
      const code = problemOf(error)?.code ?? 'INTERNAL';
      await this.store.failed(confirmed.repairNo, code);
      throw error;
    }
    return this.one((await this.store.done(confirmed.repairNo)) ?? confirmed);
  }

  private async open(actor: Actor, repairNo: string): Promise<RepairRow> {
    const found = await this.store.one(repairNo, actor.agency);
    if (!found) throw new Problem('REPAIR_UNKNOWN');
    if (found.state !== 'proposed') throw new Problem('REPAIR_STATE');
    return found;
  }

  private async look(actor: Actor, caseNo: string) {
    const found = await this.reader.visible(caseNo, actor);
    allow(actor, 'supervision.confirm', { agency: found.agency });
    return { found, trouble: (await this.store.classOf(caseNo)) ?? unclassed };
  }

  private async mayBeDone(
    found: ReadCase,
    actor: Actor,
    input: RepairInput,
    trouble: Parameters<typeof whyNotRepair>[1],
  ) {
    const why = whyNotRepair(found.state, trouble, input);
    if (why) throw refused(why);
    const tried = await this.tried(found, actor, input);
    if ('refusal' in tried) throw refused(tried.refusal);
  }

  /** The command on the journal's state, without its story: a pure decision, as the case itself will take it. */
  private async tried(
    found: ReadCase,
    actor: Actor,
    input: RepairInput,
  ): Promise<{ refusal: Refusal } | { events: string[] }> {
    const target = input.to === undefined ? undefined : (await this.directory.colleague(input.to))?.actor;
    const command = repairCommand(found.state, { ...actor, id: `${actor.id}?` }, input, actor.id, 'preview', target);
    if (!command) return { events: [] };
    const decision = decide(found.state, command, { now: new Date().toISOString() });
    if (isRefused(decision)) return decision;
    const nameOf = await this.directory.displayNames(target ? [target.id, actor.id] : [actor.id]);
    const told = decision.events.filter(isTold).map((event) => {
      const { label, detail } = eventWords(event, decision.state, nameOf);
      return detail ? `${label}：${detail}` : label;
    });
    return { events: told };
  }

  private async one(row: RepairRow) {
    const [worded] = await this.worded([row]);
    if (!worded) throw new Error('no repair to show');
    return worded;
  }

  private async worded(rows: RepairRow[]) {
    const nameOf = await this.directory.displayNames(
      rows.flatMap((row) => [row.proposedBy, row.confirmedBy ?? 'system']),
    );
    return rows.map((row) => ({
      ...row,
      kindWords: repairWords[row.kind],
      stateWords: stateWords[row.state],
      twoPersons: TWO_PERSON_REPAIRS.has(row.kind),
      proposedByName: nameOf(row.proposedBy),
      confirmedByName: row.confirmedBy && nameOf(row.confirmedBy),
    }));
  }
}

const stateWords: Readonly<Record<RepairRow['state'], string>> = {
  proposed: '待另一人确认',
  declined: '未予同意',
  confirmed: '正在修复',
  done: '已修复，待核实办件是否恢复',
  failed: '未能修复',
  moved: '办件已恢复办理',
  notMoved: '修复后办件仍未恢复',
};

const inputOf = ({ kind, reason, input }: RepairRow): RepairInput => ({ ...input, kind, reason });
