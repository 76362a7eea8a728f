import type { CaseView } from '@due-process/contracts';
import { shanghaiTime, withWeekday } from '../parts/dates';
import { monthsOf, numbered, reasonWords, unitWords } from './day-words';
import { MonthGrid } from './month-grid';
import type { DerivationSheet } from './sheet.types';

/** In one sentence: from what, how long, which days were left out. */
function Sentence({ sheet: { clock, derivation, dueOn } }: { sheet: DerivationSheet }) {
  const skipped = derivation.filter(({ counted, reason }) => !counted && reason !== 'startDay' && reason !== 'rolled');
  const tally = [...new Set(skipped.map(({ reason }) => reason))].map(
    (reason) => `${reasonWords[reason]} ${skipped.filter((day) => day.reason === reason).length} 天`,
  );
  return (
    <p>
      自 <b>{withWeekday(clock.startedOn)}</b>（{clock.startWords}）次日起算，{clock.quantity} {unitWords[clock.unit]}
      {clock.extendedBy > 0 && `，延期 ${clock.extendedBy} ${unitWords[clock.unit]}`}
      {tally.length > 0 && `；不计入：${tally.join('、')}`}。到期日为 <b>{withWeekday(dueOn)}</b>。
    </p>
  );
}

/** 推导单: fits one page up to a year of days. */
export function Sheet({ view, sheet }: { view: CaseView; sheet: DerivationSheet }) {
  const months = monthsOf(numbered(sheet.derivation));
  return (
    <article className={`derivation-sheet ${months.length > 6 ? 'long' : ''}`}>
      <h1>期限推导单</h1>
      <p className="quiet">
        {view.agency.name} · {view.item.name} · 办件编号 {view.caseNo} · 申请人 {view.applicant.name}
      </p>
      <h2>
        {sheet.clock.kindWords}：{sheet.clock.name}
      </h2>
      <Sentence sheet={sheet} />
      {sheet.provisional && <p className="sheet-note">暂定：相关年度的放假安排尚未公布，公布后日期可能调整。</p>}
      {sheet.open && <p className="sheet-note">目前处于暂停计时，到期日随暂停时间顺延，此为最早日期。</p>}
      {sheet.pauses.length > 0 && (
        <p>
          暂停：
          {sheet.pauses
            .map(({ from, to }) => `${from} 通知（当日仍计）至 ${to ? `${to} 收到（当日不计）` : '今'}`)
            .join('；')}
        </p>
      )}
      <div className="months">
        {months.map((month) => (
          <MonthGrid key={month.name} month={month} dueOn={sheet.dueOn} />
        ))}
      </div>
      <p className="legend quiet">
        <span className="day-counted">第 n</span> 计入 <span className="day-startDay">起算</span> 起算当日
        <span className="day-weekend">休</span> 周末 <span className="day-holiday">假</span> 节假日
        <span className="day-paused">暂停</span> 暂停计时 <span className="day-due">到期</span> 到期日
      </p>
      <p className="quiet">
        依据工作日历 {sheet.calendarVersion} 版 · 打印时间 {shanghaiTime(new Date().toISOString())}
      </p>
    </article>
  );
}
