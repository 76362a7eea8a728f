import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useNavigate } from 'react-router';
import { CopyButton } from '../parts/copy-button';
import { Light } from '../parts/light';
import { ApplicantLine } from './applicant-line';
import type { CaseView } from '@due-process/contracts';
import { DueDate } from './due-date';

interface Props {
  view: CaseView;
  before?: string | undefined;
  after?: string | undefined;
  explain: (clockId: string) => void;
}

/** What the case is, whose it is, and when it must be done. */
export function CaseHead({ view, before, after, explain }: Props) {
  const navigate = useNavigate();
  const open = (caseNo?: string) => caseNo && void navigate(`/cases/${caseNo}`, { replace: true });
  return (
    <header className="panel case-head">
      <div className="case-title">
        {view.light && <Light light={view.light} />}
        <h1>{view.item.name}</h1>
        <Tag>{view.stateWords}</Tag>
        {view.paused && <Tag color="default">暂停计时</Tag>}
        {view.remainingWords !== '--' && (
          <b className={view.light ? `light-${view.light}` : ''}>{view.remainingWords}</b>
        )}
        <span className="case-neighbours no-print">
          <Button size="small" onClick={() => void navigate('/')}>
            返回列表
          </Button>
          {(before || after) && (
            <>
              <Button
                size="small"
                icon={<LeftOutlined />}
                aria-label="上一件（k）"
                disabled={!before}
                onClick={() => open(before)}
              />
              <Button
                size="small"
                icon={<RightOutlined />}
                aria-label="下一件（j）"
                disabled={!after}
                onClick={() => open(after)}
              />
            </>
          )}
        </span>
      </div>
      <dl className="facts">
        <div>
          <dt>办件编号</dt>
          <dd>
            {view.caseNo} <CopyButton text={view.caseNo} what="办件编号" />
          </dd>
        </div>
        <ApplicantLine view={view} />
        <div>
          <dt>受理单位</dt>
          <dd>
            {view.office.name} <span className="quiet">{view.channelName}</span>
          </dd>
        </div>
        {view.variantName && (
          <div>
            <dt>办理情形</dt>
            <dd>{view.variantName}</dd>
          </div>
        )}
        <div>
          <dt>收件 / 受理</dt>
          <dd>
            {view.receivedOn} / {view.acceptedOn ?? '--'}
          </dd>
        </div>
        <DueDate view={view} kind="statutory" explain={explain} />
        <DueDate view={view} kind="promised" explain={explain} />
        {view.nextRung && (
          <div>
            <dt>下次提醒</dt>
            <dd>
              {view.nextRung.on} <span className="quiet">{view.nextRung.clockName}</span>
            </dd>
          </div>
        )}
        {view.outcomeWords && (
          <div>
            <dt>结果</dt>
            <dd>
              {view.outcomeWords} {view.concludedOn}
              {view.outcomeReason && <span className="quiet"> {view.outcomeReason}</span>}
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}
