import type { DayReason, DerivationDay } from '@due-process/contracts';
import type { CaseFacts, DetailsOf } from '../facts';
import type { Sheet } from '../sheet';
import { dateWords, dueWords, lengthWords, weekdayWords } from '../words';
import { sheetOf } from './parts';

/** 推导单: every day from the fact that starts the limit to its last day, counted or not and why. */
const reasons: Record<DayReason, string> = {
  startDay: '起算日不计',
  workingDay: '工作日',
  makeUpWorkday: '调休上班',
  calendarDay: '自然日',
  weekend: '周末',
  holiday: '节假日',
  paused: '暂停计时',
  rolled: '末日顺延',
};

/** What one stand of a page takes, and what two do. Three take a hundred days: more than any limit of the guides. */
const oneStand = 24;
const twoStands = 70;

const whyWords = ({ reason, note }: DerivationDay): string => {
  const why = reasons[reason];
  return !note || note === why ? why : reason === 'holiday' ? `${note}放假` : `${why}（${note}）`;
};

export function derivation(facts: CaseFacts, details: DetailsOf<'derivation'>): Sheet {
  const { limit, startWords, startedOn, extendedBy, open, calendarVersion, pauses, days } = details;
  let counted = 0;
  const rows = days.map((day) => {
    if (day.counted) counted += 1;
    return [`${day.date} ${weekdayWords(day.date)}`, day.counted ? String(counted) : '不计', whyWords(day)];
  });
  const stands = rows.length <= oneStand ? 1 : rows.length <= twoStands ? 2 : 3;
  return sheetOf(facts, {
    type: 'derivation',
    version: 1,
    title: '办理时限推导单',
    signed: false,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['办件编号', facts.caseNo],
          ['办理事项', `${facts.item.name}（${facts.item.code}）`],
          ['申请人', `${facts.applicant.name}（${facts.applicant.idNumber}）`],
          [
            '时限',
            `${limit.name}（${limit.kind}）：${lengthWords(limit.quantity, limit.unit)}${extendedBy > 0 ? `，延期${lengthWords(extendedBy, limit.unit)}` : ''}`,
          ],
          ['起算', `${dateWords(startedOn)}${startWords}；起算日不计，自次日起计`],
          ['截止日期', `${dueWords(limit.dueOn, limit.provisional)}${open ? '（暂停尚未结束，恢复后重新推算）' : ''}`],
          ...(pauses.length > 0
            ? [
                [
                  '暂停计时',
                  pauses
                    .map(
                      ({ from, to, why }) =>
                        `${why ? `${why}：` : ''}${dateWords(from)}告知，${to ? `${dateWords(to)}恢复` : '尚未恢复'}`,
                    )
                    .join('；'),
                ] as const,
              ]
            : []),
          ['所用日历', `${calendarVersion}（国务院办公厅放假安排）`],
        ],
      },
      {
        kind: 'table',
        small: true,
        stands,
        columns: [
          { title: '日期', share: 5.6 },
          { title: '第几日', share: 2.4, align: 'center' },
          { title: '原因', share: 4.2 },
        ],
        rows,
      },
    ],
  });
}
