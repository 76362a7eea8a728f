import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import type { NextRung } from './board';

const shownAtMost = 8;

/** What the system will tell whom next, if nothing is done before. */
export const RungsPanel = ({ rungs }: { rungs: readonly NextRung[] }) => (
  <section className="panel" aria-label="即将发出的催督办">
    <h2>即将发出的催督办</h2>
    {rungs.length === 0 && <p className="quiet">近期没有。</p>}
    <ul className="stuck">
      {rungs.slice(0, shownAtMost).map(({ caseNo, clockName, rung, at }) => (
        <li key={`${caseNo} ${clockName} ${rung}`}>
          <span className="nowrap">{shanghaiTime(at)}</span> <CaseLink caseNo={caseNo} />
          <div className="quiet">{clockName}</div>
        </li>
      ))}
    </ul>
  </section>
);
