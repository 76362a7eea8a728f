import { isOutsideRole, type OpenedCase } from '@due-process/contracts';
import { Alert, Button, Descriptions, Space } from 'antd';
import { useEffect, useRef } from 'react';
import { useAccount } from '../client';
import { CaseLink } from '../parts/case-link';

interface Props {
  registered: OpenedCase;
  next: () => void;
}

const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

/** What the applicant is given: number, query code and the papers to print. Enter goes on to the next applicant. */
export function Registered({ registered, next }: Props) {
  const outside = useAccount().roles.some(isOutsideRole);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const { caseNo, queryCode, item, applicant, stateWords, documents } = registered;
  const due = registered.promisedDueOn ?? registered.statutoryDueOn;
  return (
    <section className="panel registered" aria-label="登记结果">
      <Alert
        type="success"
        showIcon
        title={`${outside ? '已提交' : '已登记'}，${stateWords}`}
        description={
          outside
            ? '请记下查询码：不登录也可凭办件编号和查询码查进度。'
            : '请把查询码交给申请人，凭办件编号和查询码可查进度。'
        }
      />
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'no', label: '办件编号', children: <CaseLink caseNo={caseNo} /> },
          { key: 'code', label: '查询码', children: <strong className="query-code">{inFours(queryCode)}</strong> },
          { key: 'what', label: '事项', children: `${item.name}（${applicant.name}）` },
          ...(due ? [{ key: 'due', label: '办结期限', children: due }] : []),
        ]}
      />
      <Space wrap>
        <Button type="primary" ref={button} onClick={next}>
          {outside ? '再申请一件（回车）' : '下一个（回车）'}
        </Button>
        {documents.map(({ documentNo, name }) => (
          <Button key={documentNo} href={`/api/cases/${caseNo}/documents/${documentNo}.pdf`} target="_blank">
            打印{name}
          </Button>
        ))}
      </Space>
    </section>
  );
}
