import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import type { NextRung } from './board';

const shownAtMost = 12;

/** What the system will tell whom next, if nothing is done before: by the moment at which it goes out. */
export function RungsPanel({ rungs }: { rungs: readonly NextRung[] }) {
  const moments = new Map<string, NextRung[]>();
  for (const rung of rungs.slice(0, shownAtMost)) moments.set(rung.at, [...(moments.get(rung.at) ?? []), rung]);
  return (
    <section className="panel rungs" aria-label="即将发出的催督办" tabIndex={0}>
      <h2>即将发出的催督办</h2>
      {rungs.length === 0 && <p className="quiet">近期没有。</p>}
      {[...moments].map(([at, those]) => (
        <div key={at}>
          <h3 className="rung-moment">{shanghaiTime(at)}</h3>
          <ul className="stuck">
            {those.map(({ caseNo, clockName, rung, receivers }) => (
              <li key={`${caseNo} ${clockName} ${rung}`}>
                <CaseLink caseNo={caseNo} />
                <div className="quiet">
                  {clockName}，发给{receivers.join('、')}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
