import { Injectable, Logger } from '@nestjs/common';
import {
  OPERATIONS_QUEUE,
  quarterOf,
  REVIEW_ROUND_WORKFLOW,
  reviewRoundId,
  reviewRoundWorkflowId,
  type Actor,
  type IsoDate,
} from '@due-process/contracts';
import { shanghaiDate, workingDayFrom } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Audit } from '../platform/audit/audit';
import { Problem } from '../platform/errors/problem';
import { TemporalGateway } from '../platform/temporal/temporal-gateway';
import { Worklist } from '../worklist/worklist.service';
import { ReviewRoundsStore, type ListedReviewRound } from './review-rounds.store';

export interface ReviewRoundsView {
  rounds: ListedReviewRound[];
  /** The quarter in which today lies. */
  period: string;
  /** Items that are reviewed in rounds, with the cases that wait for the next, and the day on which it opens unless somebody opens it before. */
  items: { itemCode: string; name: string; waiting: number; opensOn: IsoDate }[];
}

/**
 * Review rounds (YT-7 六: 每季度审核办理一次). They open by themselves on the first working day of a quarter; whoever answers for the section may open the
 * quarter's round on another day, once.
 */
@Injectable()
export class ReviewRounds {
  private readonly log = new Logger('ReviewRounds');

  constructor(
    private readonly store: ReviewRoundsStore,
    private readonly shelf: CatalogShelf,
    private readonly audit: Audit,
    private readonly engine: TemporalGateway,
    private readonly calendars: CalendarShelf,
    private readonly worklist: Worklist,
  ) {}

  async list({ agency }: Actor): Promise<ReviewRoundsView> {
    const rounded = this.shelf.catalog.items(agency).flatMap(({ code, name }) => {
      const round = this.shelf.catalog.published(code)?.params.round;
      return typeof round === 'string' ? [{ code, name, round }] : [];
    });
    const today = shanghaiDate(new Date().toISOString());
    const opensOn = workingDayFrom(await this.calendars.newest(), nextQuarter(today));
    const items = await Promise.all(
      rounded.map(async ({ code, name, round }) => ({
        itemCode: code,
        name,
        waiting: await this.store.waiting(agency, code, round),
        opensOn,
      })),
    );
    return { rounds: await this.store.list(agency), period: quarterOf(today), items };
  }

  /** The cases that wait for the item's next round, as the worklist shows them. */
  async waiting(actor: Actor, itemCode: string) {
    const round = this.roundOf(actor, itemCode);
    const waiting = await this.store.waitingCases(actor.agency, itemCode, round);
    const lines = await this.worklist.linesOf(actor, waiting);
    return { cases: waiting.flatMap((caseNo) => lines.get(caseNo) ?? []) };
  }

  /** What became of the cases of a round. */
  async cases(actor: Actor, id: string) {
    const taken = await this.store.casesOf(actor.agency, id);
    const lines = await this.worklist.linesOf(
      actor,
      taken.map(({ caseNo }) => caseNo),
    );
    return {
      cases: taken.flatMap(({ caseNo, told }) => {
        const line = lines.get(caseNo);
        return line ? [{ ...line, told }] : [];
      }),
    };
  }

  /** The name by which cases of the item wait. @throws Problem ITEM_UNKNOWN */
  private roundOf({ agency }: Actor, itemCode: string): string {
    const item = this.shelf.catalog.published(itemCode);
    const round = item?.params.round;
    if (item?.agency !== agency || typeof round !== 'string')
      throw new Problem('ITEM_UNKNOWN', { detail: '本机构没有按轮次审核的这个事项' });
    return round;
  }

  async open(actor: Actor, itemCode: string): Promise<ListedReviewRound> {
    const round = this.roundOf(actor, itemCode);
    const reviewOn = shanghaiDate(new Date().toISOString());
    const period = quarterOf(reviewOn);
    const id = reviewRoundId(actor.agency, itemCode, period);
    const row = { id, agency: actor.agency, itemCode, round, period, reviewOn, openedBy: actor.id };
    if (!(await this.store.open(row))) throw new Problem('REVIEW_ROUND_OPENED', { detail: `${period} 的审核已经开启` });
    await this.audit.write({ actor, action: 'reviewRound.open', target: id, outcome: 'done' });
    await this.begin(id);
    const opened = (await this.store.list(actor.agency)).find((one) => one.id === id);
    if (!opened) throw new Error('the round was opened and is not there');
    return opened;
  }

  /** At once rather than at the next minute, which begins it when this cannot. */
  private async begin(id: string): Promise<void> {
    await this.engine
      .call((client) =>
        client.workflow.start(REVIEW_ROUND_WORKFLOW, {
          workflowId: reviewRoundWorkflowId(id),
          taskQueue: OPERATIONS_QUEUE,
          args: [{ id }],
        }),
      )
      .catch((error: unknown) => this.log.warn({ err: error }, 'the round is begun at the next minute'));
  }
}

/** The first day of the quarter after the one in which the date lies. */
function nextQuarter(on: IsoDate): IsoDate {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const first = Math.floor((month - 1) / 3) * 3 + 4;
  return first > 12 ? `${year + 1}-01-01` : `${year}-${String(first).padStart(2, '0')}-01`;
}
