import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { isProblem, messagesByField, write } from '../client';
import { today } from '../parts/dates';
import { kindWords, type AcceptanceWindow, type OfferedKind } from './windows';

interface Entered {
  kind: OfferedKind['kind'];
  itemCodes: string[];
  name: string;
  from: string;
  to: string;
  districts: string[];
  kinds: string[];
  quota: number | null;
  noticeOn: string | null;
  listOn: string | null;
}

/** The names of a window's dates as they are shown. */
const dayFields = { from: '开始日期', to: '截止日期', noticeOn: '公示日期', listOn: '公布名单日期' } as const;

export function PublishDialog({ offered, close }: { offered: OfferedKind[]; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [entered, setEntered] = useState<Entered>(() => blank(offered));
  const change = (part: Partial<Entered>): void => setEntered((before) => ({ ...before, ...part }));
  const sending = useMutation({
    mutationFn: () => write<AcceptanceWindow>('/api/acceptance-windows', bodyOf(entered)),
    onSuccess: ({ name }) => {
      void message.success(`已公布：${name}`);
      void cache.invalidateQueries({ queryKey: ['acceptance-windows'] });
      close();
    },
  });
  const problem = isProblem(sending.error) ? sending.error : undefined;
  const faults = problem ? messagesByField(problem) : {};
  const fault = (field: string) =>
    faults[field] ? { validateStatus: 'error' as const, help: <span role="alert">{faults[field]}</span> } : {};
  const day = (field: keyof typeof dayFields) => (
    <Form.Item label={dayFields[field]} required htmlFor={`window-${field}`} {...fault(field)}>
      <DatePicker
        id={`window-${field}`}
        value={entered[field] ? dayjs(entered[field]) : null}
        onChange={(chosen) => change({ [field]: chosen ? chosen.format('YYYY-MM-DD') : null })}
      />
    </Form.Item>
  );
  const items = offered.find(({ kind }) => kind === entered.kind)?.items ?? [];
  return (
    <Modal
      open
      mask={{ closable: false }}
      title="公布受理期间"
      okText="公布"
      okButtonProps={{ loading: sending.isPending }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <Form layout="vertical">
        <Form.Item label="种类">
          <Radio.Group
            aria-label="种类"
            value={entered.kind}
            options={offered.map(({ kind }) => ({ value: kind, label: kindWords[kind] }))}
            onChange={({ target }) => change({ kind: target.value as Entered['kind'], itemCodes: [] })}
          />
        </Form.Item>
        <Form.Item label="事项" required htmlFor="window-items" {...fault('itemCodes')}>
          <Select
            id="window-items"
            mode="multiple"
            value={entered.itemCodes}
            options={items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            onChange={(itemCodes) => change({ itemCodes })}
          />
        </Form.Item>
        <Form.Item label="名称" required htmlFor="window-name" {...fault('name')}>
          <Input
            id="window-name"
            value={entered.name}
            maxLength={60}
            onChange={({ target }) => change({ name: target.value })}
          />
        </Form.Item>
        {day('from')}
        {day('to')}
        {entered.kind === 'designationRound' && (
          <>
            {day('noticeOn')}
            {day('listOn')}
          </>
        )}
        {entered.kind === 'acceptancePlan' && <PlanLimits entered={entered} change={change} />}
      </Form>
      {problem && <Alert type="error" showIcon role="alert" title={problem.title} description={problem.detail} />}
    </Modal>
  );
}

/** 资源配置规划: which districts, which kinds, how many. Left empty they limit nothing. */
const PlanLimits = ({ entered, change }: { entered: Entered; change: (part: Partial<Entered>) => void }) => (
  <>
    {(['districts', 'kinds'] as const).map((field) => (
      <Form.Item
        key={field}
        label={field === 'districts' ? '区域' : '机构类别'}
        extra="不填即不限；逐个输入后回车"
        htmlFor={`window-${field}`}
      >
        <Select
          id={`window-${field}`}
          mode="tags"
          value={entered[field]}
          onChange={(words: string[]) => change({ [field]: words })}
        />
      </Form.Item>
    ))}
    <Form.Item label="名额" htmlFor="window-quota">
      <InputNumber
        id="window-quota"
        min={1}
        max={100_000}
        value={entered.quota}
        onChange={(quota) => change({ quota })}
      />
    </Form.Item>
  </>
);

const blank = (offered: OfferedKind[]): Entered => ({
  kind: offered[0]?.kind ?? 'acceptancePlan',
  itemCodes: [],
  name: '',
  from: today(),
  to: today(),
  districts: [],
  kinds: [],
  quota: null,
  noticeOn: null,
  listOn: null,
});

function bodyOf({ districts, kinds, quota, noticeOn, listOn, ...entered }: Entered): Record<string, unknown> {
  const isPlan = entered.kind === 'acceptancePlan';
  const isRound = entered.kind === 'designationRound';
  return {
    ...entered,
    ...(isPlan && districts.length > 0 && { districts }),
    ...(isPlan && kinds.length > 0 && { kinds }),
    ...(isPlan && quota !== null && { quota }),
    ...(isRound && noticeOn !== null && { noticeOn }),
    ...(isRound && listOn !== null && { listOn }),
  };
}
