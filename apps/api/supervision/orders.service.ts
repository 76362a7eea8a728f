import { Injectable } from '@nestjs/common';
import type { Actor, CardRule, IsoDate } from '@due-process/contracts';
import { addWorkingDays, isWorkingDay, may, objectionDays, replyDays, shanghaiDate } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CaseReader } from '../cases/case-reader';
import { Directory } from '../cases/directory';
import { Database } from '../platform/database/database';
import { allow } from '../platform/access/allow';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';

export const orderLevels = { order: '督办单', yellow: '黄牌', red: '红牌' } as const;
export type OrderLevel = keyof typeof orderLevels;

export interface OrderInput {
  caseNo: string;
  level: OrderLevel;
  text: string;
  /** A working day; three working days from today when absent. */
  replyBy?: IsoDate | undefined;
}

export interface Order {
  orderNo: string;
  caseNo: string;
  level: OrderLevel;
  levelWords: string;
  addressee: string;
  addresseeName: string;
  text: string;
  issuedBy: string;
  issuedByName: string;
  issuedAt: string;
  replyBy: IsoDate;
  reply: string | null;
  repliedAt: string | null;
  repliedByName: string | null;
  /** The configured rule that gave a card; null for one given by a person. */
  rule: CardRule | null;
  ruleWords: string | null;
  /** The last day for an objection. */
  objectBy: IsoDate | null;
  objection: string | null;
  objectedAt: string | null;
  objectionAnswer: string | null;
  /** A card that was withdrawn stays in the record, and says so. */
  withdrawnAt: string | null;
}

const ruleWords: Readonly<Record<CardRule, string>> = {
  stepLate: '环节超期',
  totalLate: '办件超期',
  missingNotice: '未出具书面通知',
  unlawfulRefusal: '违规拒办',
};

type OrderRow = Omit<Order, 'levelWords' | 'addresseeName' | 'issuedByName' | 'repliedByName' | 'ruleWords'> & {
  repliedBy: string | null;
};

const columns = `order_no as "orderNo", case_no as "caseNo", coalesce(card, 'order') as level, addressee, text,
  issued_by as "issuedBy", issued_at as "issuedAt", reply_due_on::text as "replyBy", reply, replied_at as "repliedAt",
  replied_by as "repliedBy", rule, objection_due_on::text as "objectBy", objection, objected_at as "objectedAt", objection_answer as "objectionAnswer", withdrawn_at as "withdrawnAt"`;

/** 督办单: numbered, permanent, told to whoever holds the work; a card stays after the case is closed. */
@Injectable()
export class Orders {
  constructor(
    private readonly database: Database,
    private readonly reader: CaseReader,
    private readonly directory: Directory,
    private readonly calendars: CalendarShelf,
  ) {}

  async issue(actor: Actor, { caseNo, level, text, ...given }: OrderInput): Promise<Order> {
    const { state } = await this.reader.visible(caseNo, actor);
    if (state.outcome !== undefined) throw new Problem('CASE_CLOSED');
    const today = shanghaiDate(new Date().toISOString());
    const calendar = await this.calendars.newest();
    const replyBy = given.replyBy ?? addWorkingDays(calendar, today, replyDays);
    const fault =
      replyBy < today ? '答复期限不能早于今日' : isWorkingDay(calendar, replyBy) ? undefined : '答复期限应为工作日';
    if (fault) throw inputProblem([{ field: 'replyBy', code: 'NOT_VALID', message: fault }]);
    const objectBy = addWorkingDays(calendar, today, objectionDays);
    const task = Object.values(state.tasks)[0];
    const unit = task?.unit ?? state.officeId;
    return this.database.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('order:' || $1, 0))`, [caseNo]);
      const rows: OrderRow[] = await manager.query(
        `insert into supervision_order (order_no, case_no, agency, issued_by, addressee, text, reply_due_on, objection_due_on, card, card_at)
         select $1 || '-S' || lpad((count(*) + 1)::text, 2, '0'), $1, $2, $3, $4, $5, $6, $8, $7, case when $7::text is null then null else now() end
           from supervision_order where case_no = $1
         returning ${columns}`,
        [
          caseNo,
          state.agency,
          actor.id,
          task?.assignee ?? unit,
          text,
          replyBy,
          level === 'order' ? null : level,
          objectBy,
        ],
      );
      const [order] = rows;
      if (!order) throw new Error('the order was not written');
      await manager.query(
        `insert into message (case_no, key, agency, account, unit, kind, text) values ($1, $2, $3, $4, $5, 'order', $6)`,
        [
          caseNo,
          `order:${order.orderNo}`,
          state.agency,
          task?.assignee ?? null,
          task?.assignee ? null : unit,
          `${orderLevels[level]} ${order.orderNo}：${text}（请于 ${replyBy} 前答复）`,
        ],
      );
      return this.worded(order, state.agency);
    });
  }

  /** Those who direct see the agency's; everybody else what is addressed to them. */
  async list(actor: Actor, { open, caseNo }: { open: boolean; caseNo?: string | undefined }): Promise<Order[]> {
    const all = may(actor, 'supervision.read', { agency: actor.agency }) === true;
    const rows = await this.database.query<OrderRow>(
      `select ${columns} from supervision_order
        where agency = $1 and ($2 or (replied_at is null and withdrawn_at is null)) and ($3 or addressee = any($4)) and ($5::text is null or case_no = $5)
        order by replied_at is not null, reply_due_on, order_no limit 200`,
      [actor.agency, !open, all, [actor.id, ...actor.units], caseNo ?? null],
    );
    return Promise.all(rows.map((row) => this.worded(row, actor.agency)));
  }

  /** Once, by whom it was addressed to or who answers for the section. */
  async answer(actor: Actor, orderNo: string, reply: string): Promise<Order> {
    const [order] = await this.database.query<OrderRow>(
      `select ${columns} from supervision_order where order_no = $1 and agency = $2`,
      [orderNo, actor.agency],
    );
    if (!order) throw new Problem('NOT_FOUND');
    allow(actor, 'supervision.answer', { agency: actor.agency, holder: order.addressee });
    const [answered] = await this.database.query<OrderRow>(
      `with answered as (update supervision_order set reply = $2, replied_by = $3, replied_at = now() where order_no = $1 and replied_at is null returning *)
       select ${columns} from answered`,
      [orderNo, reply, actor.id],
    );
    if (!answered) throw new Problem('ACTION_NOT_ALLOWED', { detail: '该督办单已答复' });
    await this.tellIssuer(answered, actor.agency);
    return this.worded(answered, actor.agency);
  }

  /** 申辩: once, by the addressee or the head; the leaders are told. */
  async object(actor: Actor, orderNo: string, objection: string): Promise<Order> {
    const order = await this.one(actor, orderNo);
    allow(actor, 'supervision.object', { agency: actor.agency, holder: order.addressee });
    if (order.objectBy !== null && order.objectBy < shanghaiDate(new Date().toISOString()))
      throw new Problem('ORDER_STATE', { detail: `申辩期限已过（${order.objectBy}）` });
    const objected = await this.changed(
      `objection = $2, objected_by = $3, objected_at = now()`,
      'objected_at is null and withdrawn_at is null',
      [orderNo, objection, actor.id],
    );
    if (!objected) throw new Problem('ORDER_STATE', { detail: '已提出过申辩，或已撤销' });
    await this.database.query(
      `insert into message (case_no, key, agency, role, kind, text) values ($1, $2, $3, 'leader', 'order', $4) on conflict do nothing`,
      [objected.caseNo, `objection:${orderNo}`, actor.agency, `${orderNo} 有申辩待决定：${objection}`],
    );
    return this.worded(objected, actor.agency);
  }

  /** 分管领导 withdraws or upholds; either way the order stays in the record. */
  async decide(actor: Actor, orderNo: string, withdraw: boolean, answer: string): Promise<Order> {
    await this.one(actor, orderNo);
    const decided = await this.changed(
      `objection_answer = $2, withdrawn_by = case when $3 then $4 end, withdrawn_at = case when $3 then now() end`,
      'objected_at is not null and objection_answer is null',
      [orderNo, answer, withdraw, actor.id],
    );
    if (!decided) throw new Problem('ORDER_STATE', { detail: '没有待决定的申辩' });
    await this.database.query(
      `insert into message (case_no, key, agency, account, kind, text)
       select $1, $2, $3, objected_by, 'order', $4 from supervision_order where order_no = $5 on conflict do nothing`,
      [
        decided.caseNo,
        `objection-answer:${orderNo}`,
        actor.agency,
        `${orderNo} 的申辩已${withdraw ? '采纳，予以撤销' : '审查，予以维持'}：${answer}`,
        orderNo,
      ],
    );
    return this.worded(decided, actor.agency);
  }

  private async one(actor: Actor, orderNo: string): Promise<OrderRow> {
    const [order] = await this.database.query<OrderRow>(
      `select ${columns} from supervision_order where order_no = $1 and agency = $2`,
      [orderNo, actor.agency],
    );
    if (!order) throw new Problem('NOT_FOUND');
    return order;
  }

  private async changed(set: string, when: string, values: unknown[]): Promise<OrderRow | undefined> {
    const [row] = await this.database.query<OrderRow>(
      `with changed as (update supervision_order set ${set} where order_no = $1 and ${when} returning *) select ${columns} from changed`,
      values,
    );
    return row;
  }

  private async worded({ repliedBy, ...row }: OrderRow, agency: string): Promise<Order> {
    const { addressee, issuedBy, level } = row;
    const nameOf = await this.directory.displayNames([addressee, issuedBy, ...(repliedBy ? [repliedBy] : [])]);
    const person = nameOf(addressee);
    return {
      ...row,
      levelWords: orderLevels[level],
      addresseeName: person === addressee ? this.directory.unitName(agency, addressee) : person,
      issuedByName: nameOf(issuedBy),
      ruleWords: row.rule && ruleWords[row.rule],
      repliedByName: repliedBy && nameOf(repliedBy),
    };
  }

  private async tellIssuer({ caseNo, orderNo, issuedBy }: OrderRow, agency: string): Promise<void> {
    await this.database.query(
      `insert into message (case_no, key, agency, account, kind, text) values ($1, $2, $3, $4, 'order', $5)`,
      [caseNo, `order-reply:${orderNo}`, agency, issuedBy, `督办单 ${orderNo} 已答复，请查看`],
    );
  }
}
