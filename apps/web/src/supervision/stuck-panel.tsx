import { Button } from 'antd';
import { useState } from 'react';
import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { useStuck, type Counted, type StuckClass } from './board';
import { RepairDrawer } from './repair-drawer';

interface Props {
  show: (counted: Counted) => void;
}
interface Known extends Props {
  one: StuckClass;
}

const isTrouble = ({ class: id, system, count }: StuckClass): boolean =>
  count > 0 && (system || id === 'openingUnfinished' || id === 'underRepair');

/** Every open case is in exactly one class. Where the system may be at fault it comes first, with the way to free each case; the rest is said quietly. */
export function StuckPanel({ show }: Props) {
  const stuck = useStuck();
  const [mending, setMending] = useState<string>();
  return (
    <section className="panel" aria-label="办件在等什么">
      <h2>办件在等什么</h2>
      <Loaded query={stuck}>
        {({ classes, lookedAt }) => {
          const troubled = classes.filter(isTrouble);
          const healthy = classes.filter((one) => one.count > 0 && !isTrouble(one));
          const none = classes.filter(({ count }) => count === 0);
          const total = classes.reduce(
            (sum, { class: id, count }) => sum + (id === 'openingUnfinished' ? 0 : count),
            0,
          );
          return (
            <>
              {troubled.map((one) => (
                <Trouble key={one.class} one={one} show={show} mend={setMending} />
              ))}
              {troubled.length === 0 && <p className="stuck-well">没有因系统原因滞留的办件。</p>}
              <ul className="stuck">
                {healthy.map((one) => (
                  <Healthy key={one.class} one={one} show={show} />
                ))}
              </ul>
              <p className="quiet">
                共 {total} 件在办，每件只在一类。
                {none.length > 0 && `没有办件的：${none.map(({ words }) => words).join('、')}。`}
                {lookedAt ? `最近巡检 ${shanghaiTime(lookedAt)}。` : '尚未巡检。'}
              </p>
            </>
          );
        }}
      </Loaded>
      <RepairDrawer caseNo={mending} close={() => setMending(undefined)} />
    </section>
  );
}

const Count = ({ one: { class: id, words, count }, show, red = false }: Known & { red?: boolean }) =>
  id === 'openingUnfinished' ? (
    <strong className="light-red">{count} 件</strong>
  ) : (
    <button
      type="button"
      className={`count-button ${red ? 'light-red' : ''}`}
      aria-label={`${words} ${count} 件`}
      onClick={() => show({ title: words, class: id })}
    >
      {count} 件
    </button>
  );

/** What nobody has to mend: how many, and what they wait for; each part opens its own list. */
function Healthy({ one, show }: Known) {
  const { class: id, words, causes } = one;
  return (
    <li>
      <div className="stuck-line">
        <span>{words}</span>
        <Count one={one} show={show} />
      </div>
      {causes.length > 1 &&
        causes.map(({ cause, words: why, count }) => (
          <div key={cause} className="stuck-line quiet">
            <span>　{why}</span>
            <button
              type="button"
              className="count-button"
              aria-label={`${why} ${count} 件`}
              onClick={() => show({ title: why, class: id, cause })}
            >
              {count} 件
            </button>
          </div>
        ))}
    </li>
  );
}

/** A class that keeps cases from moving: why, since when, and the remedy beside each. */
function Trouble({ one, show, mend }: Known & { mend: (caseNo: string) => void }) {
  const { class: id, words, cases, count } = one;
  return (
    <div className={`stuck-trouble ${id === 'underRepair' ? 'stuck-mending' : ''}`}>
      <div className="stuck-line">
        <strong>{words}</strong>
        <Count one={one} show={show} red={id !== 'underRepair'} />
      </div>
      {cases.length > 0 && (
        <details open={cases.length <= 5}>
          <summary>{count > cases.length ? `列出最早的 ${cases.length} 件` : '列出'}</summary>
          {cases.map(({ caseNo, since, words: why, detail }) => (
            <div key={caseNo} className="stuck-case">
              <div className="stuck-line">
                <CaseLink caseNo={caseNo} />
                {id !== 'openingUnfinished' && (
                  <Button size="small" onClick={() => mend(caseNo)}>
                    {id === 'underRepair' ? '查看修复' : '修复'}
                  </Button>
                )}
              </div>
              <div>{why}</div>
              <div className="quiet">自 {shanghaiTime(since)}</div>
              {detail && (
                <details className="quiet stuck-detail">
                  <summary>技术信息</summary>
                  {detail}
                </details>
              )}
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
