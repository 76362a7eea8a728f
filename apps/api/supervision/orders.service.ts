import { Injectable } from '@nestjs/common';
import type { Actor, IsoDate } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { CaseReader } from '../cases/case-reader';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';

export const orderLevels = { order: '督办单', yellow: '黄牌', red: '红牌' } as const;
export type OrderLevel = keyof typeof orderLevels;

export interface OrderInput {
  caseNo: string;
  level: OrderLevel;
  text: string;
  replyBy: IsoDate;
}

export interface Order {
  orderNo: string;
  caseNo: string;
  level: OrderLevel;
  levelWords: string;
  addressee: string;
  text: string;
  issuedBy: string;
  issuedAt: string;
  replyBy: IsoDate;
  reply: string | null;
  repliedAt: string | null;
}

const columns = `order_no as "orderNo", case_no as "caseNo", coalesce(card, 'order') as level, addressee, text,
  issued_by as "issuedBy", issued_at as "issuedAt", reply_due_on::text as "replyBy", reply, replied_at as "repliedAt"`;
const worded = (row: Omit<Order, 'levelWords'>): Order => ({ ...row, levelWords: orderLevels[row.level] });

/** 督办单: numbered, permanent, told to whoever holds the work; a card stays after the case is closed. */
@Injectable()
export class Orders {
  constructor(
    private readonly database: Database,
    private readonly reader: CaseReader,
  ) {}

  async issue(actor: Actor, { caseNo, level, text, replyBy }: OrderInput): Promise<Order> {
    const { state } = await this.reader.visible(caseNo, actor);
    if (state.outcome !== undefined) throw new Problem('CASE_CLOSED');
    if (replyBy < shanghaiDate(new Date().toISOString()))
      throw inputProblem([{ field: 'replyBy', code: 'NOT_VALID', message: '答复期限不能早于今日' }]);
    const task = Object.values(state.tasks)[0];
    const unit = task?.unit ?? state.officeId;
    return this.database.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('order:' || $1, 0))`, [caseNo]);
      const rows: Omit<Order, 'levelWords'>[] = await manager.query(
        `insert into supervision_order (order_no, case_no, agency, issued_by, addressee, text, reply_due_on, card, card_at)
         select $1 || '-S' || lpad((count(*) + 1)::text, 2, '0'), $1, $2, $3, $4, $5, $6, $7, case when $7::text is null then null else now() end
           from supervision_order where case_no = $1
         returning ${columns}`,
        [caseNo, state.agency, actor.id, task?.assignee ?? unit, text, replyBy, level === 'order' ? null : level],
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
      return worded(order);
    });
  }

  async list(actor: Actor, open: boolean): Promise<Order[]> {
    const rows = await this.database.query<Omit<Order, 'levelWords'>>(
      `select ${columns} from supervision_order where agency = $1 ${open ? 'and replied_at is null' : ''}
        order by reply_due_on, order_no limit 200`,
      [actor.agency],
    );
    return rows.map(worded);
  }
}
