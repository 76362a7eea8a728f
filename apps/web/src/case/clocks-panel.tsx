import { ClockBar } from './clock-bar';
import { scaleOf } from './clock-scale';
import type { CaseView } from '@due-process/contracts';

/** All clocks over one calendar, with the pauses that stop them. */
export function ClocksPanel({ view, explain }: { view: CaseView; explain: (clockId: string) => void }) {
  const clocks = view.clocks.filter(({ state }) => state !== 'cancelled');
  const scale = scaleOf({ ...view, clocks });
  return (
    <section className="panel" aria-labelledby="clocks-head">
      <h2 id="clocks-head">时限与暂停</h2>
      {clocks.length === 0 ? (
        <p className="quiet">
          {view.item.mode === 'immediate' ? '即办件，当场办结。' : '尚无时限在走，受理后开始计时。'}
        </p>
      ) : (
        <>
          {clocks.map((clock) => (
            <ClockBar
              key={clock.id}
              clock={clock}
              pauses={view.pauses.filter((pause) => pause.clocks.includes(clock.id))}
              scale={scale}
              explain={explain}
            />
          ))}
          <div className="clock-row" aria-hidden>
            <div />
            <div className="clock-ticks">
              {scale.ticks.map(({ date, words }) => (
                <span key={date} style={{ insetInlineStart: `${scale.at(date)}%` }}>
                  {words}
                </span>
              ))}
            </div>
            <div />
          </div>
        </>
      )}
      {view.pauses.length > 0 && (
        <ul className="lines">
          {view.pauses.map(({ id, causeWords, openedOn, endedOn, openedBy, documentNo, legalBasis, reason }) => (
            <li key={id}>
              <span>
                <b>{causeWords}</b> {openedBy.name} {reason}
                <span className="quiet"> {[documentNo, legalBasis].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="nowrap">
                {openedOn} 至 {endedOn ?? '今（暂停中）'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
