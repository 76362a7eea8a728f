import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Progress, Segmented, Space } from 'antd';
import { useState } from 'react';
import { useAccount, write } from '../client';
import { shanghaiTime } from '../parts/dates';
import { useProblem } from '../parts/use-problem';
import { stateWords, type CalendarDetail, type Redating } from './calendars';
import { PreviewPanel } from './preview-panel';
import { looksOfYears } from './year-days';
import { YearView } from './year-view';

const confirmers = ['catalog', 'head', 'leader'];

/** One version: its year, what it would change, and the next step of its publication. */
export function VersionPanel({ detail }: { detail: CalendarDetail }) {
  const { version, state, notices } = detail;
  const { id, roles } = useAccount();
  const { message } = App.useApp();
  const fail = useProblem();
  const cache = useQueryClient();
  const [shown, setShown] = useState<'year' | 'preview'>(state === 'proposed' ? 'preview' : 'year');
  const [year, setYear] = useState(notices.at(-1)?.year ?? Number(Object.keys(detail.days)[0]));
  const step = useMutation({
    mutationFn: (act: 'publish' | 'confirm') => write(`/api/calendars/${version}/${act}`),
    onSuccess: (_, act) => {
      void message.success(act === 'publish' ? '已提请发布，须由另一人确认' : '已发布，正在通知受影响的办件');
      void cache.invalidateQueries({ queryKey: ['calendars'] });
    },
    onError: fail,
  });
  const own = detail.proposedBy?.id === id;
  const mayConfirm = state === 'proposed' && roles.some((role) => confirmers.includes(role));
  return (
    <section className="panel" aria-label={`日历 ${version}`}>
      <div className="screen-head">
        <h2>
          日历 {version} · {stateWords[state]}
          {detail.inForce && '（现行）'}
        </h2>
        <Space wrap>
          {state !== 'published' && (
            <Segmented
              aria-label="显示"
              value={shown}
              options={[
                { value: 'year', label: '年历' },
                { value: 'preview', label: '影响预览' },
              ]}
              onChange={setShown}
            />
          )}
          {state === 'draft' && roles.includes('catalog') && (
            <Button type="primary" loading={step.isPending} onClick={() => step.mutate('publish')}>
              提请发布
            </Button>
          )}
          {mayConfirm && (
            <Popconfirm
              title={`确认发布日历 ${version}？`}
              description="确认后新办件按它计算，受影响的在办办件改期。"
              okText="确认发布"
              disabled={own}
              onConfirm={() => step.mutate('confirm')}
            >
              <Button type="primary" disabled={own} loading={step.isPending}>
                确认发布
              </Button>
            </Popconfirm>
          )}
          {mayConfirm && own && <span className="quiet">您提请的，须由另一人确认</span>}
        </Space>
      </div>
      <p className="quiet">
        {notices
          .map(({ year: of, sourceNo, issuedOn }) => `${of} 年：${sourceNo}（${issuedOn}）`)
          .slice(-2)
          .join('；') || '尚无通知，按法定节假日推定'}
        {detail.proposedBy && ` · ${detail.proposedBy.name}提请`}
        {detail.confirmedBy && ` · ${detail.confirmedBy.name}确认`}
        {detail.publishedAt && ` · ${shanghaiTime(detail.publishedAt)} 发布`}
      </p>
      {detail.redating && <RedatingBar redating={detail.redating} />}
      {shown === 'preview' && state !== 'published' ? (
        <PreviewPanel version={version} />
      ) : (
        <>
          <Segmented
            aria-label="年份"
            value={year}
            options={yearsShown(detail)}
            onChange={(value) => setYear(Number(value))}
          />
          {detail.days[year]?.published === false && (
            <p className="quiet">该年的通知尚未发布，按法定节假日推定，期限为暂定。</p>
          )}
          <YearView year={year} looks={looksOfYears(detail.days)} />
        </>
      )}
    </section>
  );
}

/** The years around the one that the last notice sets. */
function yearsShown({ days, notices }: CalendarDetail): number[] {
  const years = Object.keys(days).map(Number);
  const last = notices.at(-1)?.year ?? years[0] ?? 0;
  return years.filter((year) => year >= last - 3 && year <= last + 2);
}

const RedatingBar = ({ redating: { state, total, done, failed } }: { redating: Redating }) => (
  <div className="redating">
    <Progress
      percent={state === 'finished' || total === 0 ? 100 : Math.floor((done / total) * 100)}
      status={state === 'finished' ? 'success' : 'active'}
      aria-label="办件改期进度"
    />
    <span className="quiet">
      {state === 'finished' ? '改期完成' : '正在改期，可以离开本页'}：{done} / {total} 件
      {failed > 0 && `，${failed} 件未成功，系统会重试`}
    </span>
  </div>
);
