import { Button, Input, Space, Table } from 'antd';
import { useState } from 'react';
import { CaseLink } from '../parts/case-link';
import { today } from '../parts/dates';
import { Mark } from '../parts/mark';
import { inForce, kindWords, termWords, type Institution } from './institutions';

/** What is being done with one of the list; `keep` without an institution registers a new one. */
export type Work = { act: 'keep'; institution?: Institution } | { act: 'read' | 'end'; institution: Institution };

interface Props {
  institutions: Institution[];
  mayKeep: boolean;
  work: (work: Work) => void;
}

const matches = ({ name, creditCode, merchantNo }: Institution, typed: string): boolean =>
  [name, creditCode, merchantNo ?? ''].some((text) => text.toLowerCase().includes(typed.trim().toLowerCase()));

export function InstitutionTable({ institutions, mayKeep, work }: Props) {
  const [typed, setTyped] = useState('');
  const on = today();
  return (
    <>
      <Input.Search
        allowClear
        aria-label="查找机构"
        placeholder="机构名称、统一社会信用代码或商户号"
        style={{ maxWidth: 360, marginBottom: 8 }}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Table<Institution>
        size="small"
        rowKey={({ creditCode, designatedOn }) => `${creditCode} ${designatedOn}`}
        dataSource={institutions.filter((one) => matches(one, typed))}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: typed ? '没有这样的机构' : '名单是空的，请由科室负责人登记机构' }}
        columns={[
          {
            title: '机构',
            render: (_, { name, creditCode }) => (
              <>
                {name}
                <div className="quiet">{creditCode}</div>
              </>
            ),
          },
          { title: '类别', className: 'nowrap', render: (_, { kind }) => kindWords[kind] },
          { title: '商户号', render: (_, { merchantNo }) => merchantNo ?? '--' },
          {
            title: '协议',
            render: (_, one) => (
              <>
                <Mark tone={inForce(one, on) ? 'green' : 'plain'}>
                  {inForce(one, on) ? '有效' : one.designatedOn > on ? '未开始' : '已终止'}
                </Mark>{' '}
                <span className="nowrap">{termWords(one)}</span>
                {one.endReason && <div className="quiet">终止原因：{one.endReason}</div>}
                {one.caseNo && (
                  <div>
                    <span className="quiet">签订于 </span>
                    <CaseLink caseNo={one.caseNo} />
                  </div>
                )}
              </>
            ),
          },
          { title: '网上申报', className: 'nowrap', render: (_, one) => (one.organisation ? '已开通' : '--') },
          {
            title: '操作',
            width: mayKeep ? 230 : 110,
            render: (_, institution) => (
              <Space size={6}>
                <Button size="small" onClick={() => work({ act: 'read', institution })}>
                  结算记录
                </Button>
                {mayKeep && (
                  <Button size="small" onClick={() => work({ act: 'keep', institution })}>
                    修改
                  </Button>
                )}
                {mayKeep && (institution.endedOn === null || institution.endedOn > on) && (
                  <Button size="small" danger onClick={() => work({ act: 'end', institution })}>
                    终止
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
    </>
  );
}
