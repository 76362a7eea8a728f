import { Injectable, Logger } from '@nestjs/common';
import {
  OPERATIONS_QUEUE,
  quarterOf,
  REVIEW_ROUND_WORKFLOW,
  reviewRoundId,
  reviewRoundWorkflowId,
  type Actor,
} from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { CatalogShelf } from '../items/catalog-shelf';
import { Audit } from '../platform/audit/audit';
import { Problem } from '../platform/errors/problem';
import { TemporalGateway } from '../platform/temporal/temporal-gateway';
import { ReviewRoundsStore, type ListedReviewRound } from './review-rounds.store';

export interface ReviewRoundsView {
  rounds: ListedReviewRound[];
  /** Items that are reviewed in rounds, with the cases that wait for the next. */
  items: { itemCode: string; name: string; waiting: number }[];
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
  ) {}

  async list({ agency }: Actor): Promise<ReviewRoundsView> {
    const rounded = this.shelf.catalog.items(agency).flatMap(({ code, name }) => {
      const round = this.shelf.catalog.published(code)?.params.round;
      return typeof round === 'string' ? [{ code, name, round }] : [];
    });
    const items = await Promise.all(
      rounded.map(async ({ code, name, round }) => ({
        itemCode: code,
        name,
        waiting: await this.store.waiting(agency, code, round),
      })),
    );
    return { rounds: await this.store.list(agency), items };
  }

  async open(actor: Actor, itemCode: string): Promise<ListedReviewRound> {
    const item = this.shelf.catalog.published(itemCode);
    const round = item?.params.round;
    if (!item || item.agency !== actor.agency || typeof round !== 'string')
      throw new Problem('ITEM_UNKNOWN', { detail: '本机构没有按轮次审核的这个事项' });
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
