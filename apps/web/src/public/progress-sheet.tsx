import { withWeekday } from '../parts/dates';
import { OfficeCard } from './office-card';
import type { ProgressAnswer } from '@due-process/contracts';
import { TimeBar } from './time-bar';

/** Where it stands, in the applicant's words: whose turn first, then what to bring, then time. */
export function ProgressSheet({ progress }: { progress: ProgressAnswer }) {
  const { caseNo, itemName, stateWords, whoseTurn, bring, paused, time, expected, nextStep, office } = progress;
  const ended = progress.concludedOn !== undefined;
  return (
    <>
      <section className="public-card" aria-label="办理情况">
        <h2>{itemName}</h2>
        <div className="quiet case-no">{caseNo}</div>
        <div className="public-state">{stateWords}</div>
        <div className="public-turn">{whoseTurn}</div>
        {progress.result && (
          <p>
            办理结果：<strong>{progress.result}</strong>
            {progress.concludedOn && `（${withWeekday(progress.concludedOn)}）`}
            {progress.resultReason && <span className="public-reason">原因：{progress.resultReason}</span>}
          </p>
        )}
      </section>
      {bring && (
        <section className="public-card public-urgent" aria-label="需要您做的事">
          <h2>请您补交材料</h2>
          <ul>
            {bring.materials.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          {bring.by && (
            <p>
              请最迟于 <strong>{withWeekday(bring.by)}</strong>
              （含当日）交到下方办理地点；如不能按时补交，请先打电话说明。
            </p>
          )}
          {bring.noticeNo && <p className="quiet">一次性告知书 {bring.noticeNo}</p>}
        </section>
      )}
      {paused?.map(({ since, why }) => (
        <section key={`${since} ${why}`} className="public-card public-paused" aria-label="暂停计时">
          <h2>暂停计时中</h2>
          <p>
            自 <strong>{withWeekday(since)}</strong> 起，因{why}暂停；这段时间不计入办理时限。
          </p>
        </section>
      ))}
      {!ended && (time || expected) && (
        <section className="public-card" aria-label="办理时限">
          <h2>办理时限</h2>
          {time && <TimeBar time={time} />}
          {expected && <p className={expected.certain ? '' : 'public-tentative'}>{expected.words}</p>}
        </section>
      )}
      <section className="public-card" aria-label="办理步骤">
        <dl>
          <dt>收件</dt>
          <dd>{withWeekday(progress.receivedOn)}</dd>
          {progress.acceptedOn && (
            <>
              <dt>受理</dt>
              <dd>{withWeekday(progress.acceptedOn)}</dd>
            </>
          )}
          {nextStep !== '无' && (
            <>
              <dt>下一步</dt>
              <dd>{nextStep}</dd>
            </>
          )}
        </dl>
      </section>
      <OfficeCard office={office} />
    </>
  );
}
