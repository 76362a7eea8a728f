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

/** Every open case is in exactly one class; those in which the system itself may be at fault are listed with the way to free them. */
export function StuckPanel({ show }: Props) {
  const stuck = useStuck();
  const [mending, setMending] = useState<string>();
  return (
    <section className="panel" aria-label="办件在等什么">
      <h2>办件在等什么</h2>
      <Loaded query={stuck}>
        {({ classes, lookedAt }) => (
          <>
            <ul className="stuck">
              {classes.map((one) => (
                <ClassLine key={one.class} one={one} show={show} mend={setMending} />
              ))}
            </ul>
            <p className="quiet">{lookedAt ? `最近巡检 ${shanghaiTime(lookedAt)}` : '尚未巡检'}</p>
          </>
        )}
      </Loaded>
      <RepairDrawer caseNo={mending} close={() => setMending(undefined)} />
    </section>
  );
}

function ClassLine({ one, show, mend }: { one: StuckClass; mend: (caseNo: string) => void } & Props) {
  const { class: id, words, count, system, causes, cases } = one;
  const wrong = count > 0 && (system || id === 'openingUnfinished');
  return (
    <li>
      {words}：
      {count === 0 || id === 'openingUnfinished' ? (
        <strong className={wrong ? 'light-red' : ''}>{count}</strong>
      ) : (
        <button
          type="button"
          className={`count-button ${wrong ? 'light-red' : ''}`}
          aria-label={`${words} ${count} 件`}
          onClick={() => show({ title: words, class: id })}
        >
          {count}
        </button>
      )}{' '}
      件
      {causes.length > 1 && (
        <div className="quiet">{causes.map((cause) => `${cause.words} ${cause.count}`).join('，')}</div>
      )}
      {cases.length > 0 && (
        <details open={cases.length <= 5}>
          <summary>列出</summary>
          {cases.map(({ caseNo, since, words: why, detail }) => (
            <div key={caseNo}>
              <CaseLink caseNo={caseNo} />{' '}
              {id !== 'openingUnfinished' && (
                <Button size="small" onClick={() => mend(caseNo)}>
                  修复
                </Button>
              )}
              <div className="quiet">
                自 {shanghaiTime(since)}，{why}
              </div>
              {detail && <div className="quiet stuck-detail">{detail}</div>}
            </div>
          ))}
        </details>
      )}
    </li>
  );
}
