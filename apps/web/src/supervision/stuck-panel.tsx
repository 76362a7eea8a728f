import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { useStuck, type StuckClass } from './board';

/** Every open case is in exactly one class; those in which something may be wrong are listed. */
export function StuckPanel() {
  const stuck = useStuck();
  return (
    <section className="panel" aria-label="办件在等什么">
      <h2>办件在等什么</h2>
      <Loaded query={stuck}>{({ classes }) => <Classes classes={classes} />}</Loaded>
    </section>
  );
}

const Classes = ({ classes }: { classes: StuckClass[] }) => (
  <ul className="stuck">
    {classes.map(({ class: id, words, count, cases }) => (
      <li key={id}>
        {words}：<strong className={cases.length > 0 ? 'light-red' : ''}>{count}</strong> 件
        {cases.length > 0 && (
          <details open={cases.length <= 5}>
            <summary>列出</summary>
            {cases.map(({ caseNo, since, detail }) => (
              <div key={caseNo}>
                <CaseLink caseNo={caseNo} /> <span className="quiet">自 {shanghaiTime(since)}</span>
                {detail && <div className="quiet stuck-detail">{detail}</div>}
              </div>
            ))}
          </details>
        )}
      </li>
    ))}
  </ul>
);
