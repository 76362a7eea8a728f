import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { setLargeType, useLargeType } from '../app/preferences';
import { isProblem } from '../client';
import { ProblemNote } from '../parts/problem-note';
import { useTitle } from '../parts/use-title';
import { PassForm } from './pass-form';
import { hashOf, passOf, progressOf, type Pass } from './progress-facts';
import { ProgressSheet } from './progress-sheet';
import './public.css';
import { RatingCard } from './rating-card';

/** For the applicant's telephone: no sign-on, number and code from the receipt. */
export function Component() {
  useTitle('办件进度查询');
  const large = useLargeType();
  const { hash } = useLocation();
  const go = useNavigate();
  const given = passOf(hash);
  const [asking, setAsking] = useState(true);
  const pass: Pass | undefined =
    asking && given.caseNo && given.queryCode ? { caseNo: given.caseNo, queryCode: given.queryCode } : undefined;
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: ['progress', pass],
    queryFn: ({ signal }) => progressOf(pass ?? { caseNo: '', queryCode: '' }, signal),
    enabled: pass !== undefined,
    retry: false,
    staleTime: 20_000,
  });
  const ask = (next: Pass): void => {
    setAsking(true);
    if (hashOf(next) === hash) void refetch();
    else void go({ hash: hashOf(next) });
  };
  return (
    <main className="public">
      <header className="public-head">
        <h1>办件进度查询</h1>
        <Button type="text" aria-pressed={large} onClick={() => setLargeType(!large)}>
          {large ? '标准字' : '大字'}
        </Button>
      </header>
      {pass && isPending && <Skeleton active paragraph={{ rows: 6 }} className="public-card" />}
      {error &&
        (isProblem(error, 'PROGRESS_UNKNOWN') ? (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title="没有查到"
            description="办件编号或查询码不正确，请对照收件凭证核对后再查；仍查不到请联系受理窗口。"
          />
        ) : (
          <ProblemNote error={error} again={() => void refetch()} />
        ))}
      {data && pass ? (
        <>
          <ProgressSheet progress={data} />
          {(data.canRate || data.rated) && <RatingCard pass={pass} rated={data.rated} />}
          <Button block loading={isFetching} onClick={() => void refetch()}>
            刷新
          </Button>
          <Button type="text" block onClick={() => setAsking(false)}>
            查询另一个办件
          </Button>
        </>
      ) : (
        (!pass || error) && <PassForm key={hash} given={asking ? given : {}} onAsk={ask} />
      )}
    </main>
  );
}
