import { Injectable } from '@nestjs/common';
import { loadShippedCalendar } from '@due-process/catalog';
import { OPERATIONS_QUEUE, type Actor, type CalendarNotice } from '@due-process/contracts';
import type { CalendarNoticeInput } from '@due-process/contracts/schemas';
import { buildCalendar } from '@due-process/domain';
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import { Audit } from '../platform/audit/audit';
import { Problem } from '../platform/errors/problem';
import { TemporalGateway } from '../platform/temporal/temporal-gateway';
import { CalendarShelf } from './calendar-shelf';
import { CalendarVersions, type VersionRow } from './calendar-versions.store';

const workflowType = 'redateCases';

/**
 * A calendar is drafted from the notice, proposed by one person and confirmed by another (design §6); then every open case whose dates
 * change is told. A draft adds one notice to the version in force when it was made: with another published since, it must be made anew,
 * or the other's notice would be lost.
 */
@Injectable()
export class CalendarPublishing {
  private readonly statutory = loadShippedCalendar().statutory;

  constructor(
    private readonly versions: CalendarVersions,
    private readonly shelf: CalendarShelf,
    private readonly engine: TemporalGateway,
    private readonly audit: Audit,
  ) {}

  async draft(input: CalendarNoticeInput, actor: Actor): Promise<string> {
    const base = await this.shelf.entry(await this.shelf.newestVersion());
    const notices = [...base.notices, noticeOf(input)];
    for (let attempt = 1; attempt <= 20; attempt++) {
      const version = attempt === 1 ? String(input.notice) : `${input.notice}-${attempt}`;
      const calendar = buildCalendar(notices, this.statutory, version);
      if (await this.versions.insertDraft({ version, calendar, notices, by: actor.id })) {
        await this.audit.write({ actor, action: 'calendar.draft', target: version, outcome: 'done' });
        return version;
      }
    }
    throw new Problem('CALENDAR_STATE', { detail: '该年度的日历草稿过多' });
  }

  /** Asking again as the same person changes nothing and is answered alike. */
  async propose(version: string, actor: Actor): Promise<void> {
    const row = await this.find(version);
    if (row.state === 'published') throw new Problem('CALENDAR_STATE', { detail: '该日历已发布' });
    await this.baseOf(row);
    if (row.state === 'draft') await this.versions.propose(version, actor.id);
    const after = await this.find(version);
    if (after.proposed_by !== actor.id) {
      throw new Problem('CALENDAR_STATE', { detail: '该日历已由他人提交，请由另一人确认' });
    }
    if (row.state === 'draft')
      await this.audit.write({ actor, action: 'calendar.publish', target: version, outcome: 'done' });
  }

  /** Confirming again as the same person starts the re-dating if it did not start the first time. */
  async confirm(version: string, actor: Actor): Promise<void> {
    const row = await this.find(version);
    if (row.state === 'draft') throw new Problem('CALENDAR_STATE', { detail: '该日历尚未提交发布' });
    if (row.proposed_by === actor.id) {
      await this.audit.write({ actor, action: 'calendar.confirm', target: version, outcome: 'refused' });
      throw new Problem('SECOND_PERSON_REQUIRED');
    }
    if (row.state === 'proposed') {
      await this.versions.publish(version, actor.id, await this.baseOf(row));
      await this.audit.write({ actor, action: 'calendar.confirm', target: version, outcome: 'done' });
    }
    const after = await this.find(version);
    if (after.state !== 'published' || after.confirmed_by !== actor.id) {
      throw new Problem('CALENDAR_STATE', { detail: '该日历已由他人确认，或其间另有日历发布' });
    }
    await this.startRedating(version);
  }

  async find(version: string): Promise<VersionRow> {
    const row = await this.versions.one(version);
    if (!row) throw new Problem('CALENDAR_UNKNOWN');
    return row;
  }

  /** The version in force, when the draft was made from it. */
  private async baseOf(row: VersionRow): Promise<string> {
    const base = await this.shelf.newestVersion();
    const { notices } = await this.shelf.entry(base);
    const isNext = JSON.stringify(row.notices.slice(0, -1)) === JSON.stringify(notices);
    if (isNext) return base;
    throw new Problem('CALENDAR_STATE', { detail: '起草后已有其他日历发布，请按现行日历重新起草' });
  }

  private async startRedating(version: string): Promise<void> {
    await this.engine
      .call((client) =>
        client.workflow.start(workflowType, {
          workflowId: `redate-${version}`,
          taskQueue: OPERATIONS_QUEUE,
          args: [{ proposal: version }],
          workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        }),
      )
      .catch(ignoreFinished);
  }
}

/** It ran to its end before: nothing is left to start. */
function ignoreFinished(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'WorkflowExecutionAlreadyStartedError') throw error;
}

function noticeOf(input: CalendarNoticeInput): CalendarNotice {
  return {
    year: input.notice,
    sourceNumber: input.sourceNo,
    title: input.title ?? `国务院办公厅关于${input.notice}年部分节假日安排的通知`,
    issuedOn: input.issuedOn,
    holidays: input.holidays,
    makeUpWorkdays: input.workdays,
    ...(input.supplement && { supplement: true as const }),
  };
}
