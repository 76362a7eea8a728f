import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Radio, Select, Space } from 'antd';
import type { RepairKind } from '@due-process/contracts';
import { useState } from 'react';
import { isProblem, write } from '../client';
import type { DryRun, Repair, RepairOffer } from './repairs';
import { ColleagueField } from './colleague-field';

interface Props {
  caseNo: string;
  offers: readonly RepairOffer[];
}

const alarmChoices = [
  { value: 0, label: '不停催办' },
  { value: 30, label: '停催 30 分钟' },
  { value: 60, label: '停催 1 小时' },
  { value: 480, label: '停催 8 小时' },
  { value: 1440, label: '停催 1 天' },
];

/** Choose, see what it would do, then do it. What cannot work stays listed with the reason. */
export function RepairForm({ caseNo, offers }: Props) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [kind, setKind] = useState<RepairKind>();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState<string>();
  const [to, setTo] = useState<string>();
  const [recordNo, setRecordNo] = useState('');
  const [alarmMinutes, setAlarmMinutes] = useState(60);
  const offer = offers.find((one) => one.kind === kind);
  const input = {
    kind,
    reason: reason.trim(),
    alarmMinutes,
    ...(key ? { key } : {}),
    ...(to ? { to } : {}),
    ...(recordNo.trim() ? { recordNo: recordNo.trim() } : {}),
  };
  const path = `/api/supervision/cases/${caseNo}/repairs`;
  const trying = useMutation({ mutationFn: () => write<DryRun>(`${path}/preview`, input) });
  const doing = useMutation({
    mutationFn: () => write<Repair>(path, input),
    onSuccess: ({ stateWords }) => {
      void message.success(stateWords);
      setKind(undefined);
      trying.reset();
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: ['supervision'] }),
  });
  const complete =
    offer?.allowed === true &&
    [...reason.trim()].length >= 2 &&
    (kind !== 'reassign' || to !== undefined) &&
    (offer.targets.length === 0 || key !== undefined);
  const choose = (next: RepairKind): void => {
    setKind(next);
    setKey(undefined);
    trying.reset();
  };
  return (
    <Form layout="vertical">
      <Form.Item label="修复方式">
        <Radio.Group aria-label="修复方式" value={kind} onChange={({ target }) => choose(target.value as RepairKind)}>
          <Space orientation="vertical" size={2}>
            {offers.map((one) => (
              <Radio key={one.kind} value={one.kind} disabled={!one.allowed}>
                {one.label}
                {one.twoPersons && <span className="quiet">（须另一人确认）</span>}
                <div className="quiet">{one.allowed ? one.effect : one.reason?.detail}</div>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      {offer && offer.targets.length > 0 && (
        <Form.Item label="针对" required htmlFor="repair-target">
          <Select
            id="repair-target"
            value={key ?? null}
            options={offer.targets.map((target) => ({ value: target.key, label: target.name }))}
            onChange={(next) => setKey(next ?? undefined)}
          />
        </Form.Item>
      )}
      {kind === 'reassign' && (
        <Form.Item label="改派给" required htmlFor="repair-to">
          <ColleagueField id="repair-to" value={to} onChange={setTo} />
        </Form.Item>
      )}
      {kind === 'skip' && (
        <Form.Item label="线下办理的登记号" htmlFor="repair-record">
          <Input
            id="repair-record"
            value={recordNo}
            maxLength={60}
            onChange={({ target }) => setRecordNo(target.value)}
          />
        </Form.Item>
      )}
      {offer && (
        <>
          <Form.Item label="理由" required htmlFor="repair-reason">
            <Input.TextArea
              id="repair-reason"
              value={reason}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
          <Form.Item label="修复期间" extra="停催期间的超期不记在经办人名下。">
            <Select aria-label="修复期间" value={alarmMinutes} options={alarmChoices} onChange={setAlarmMinutes} />
          </Form.Item>
          <Space>
            <Button disabled={!complete} loading={trying.isPending} onClick={() => trying.mutate()}>
              先看结果
            </Button>
            <Button
              type="primary"
              disabled={!complete || trying.data?.allowed !== true}
              loading={doing.isPending}
              onClick={() => doing.mutate()}
            >
              {offer.twoPersons ? '提出，待另一人确认' : '执行修复'}
            </Button>
          </Space>
        </>
      )}
      {trying.data && <DryRunNote run={trying.data} />}
      {[trying.error, doing.error].map(
        (error) =>
          isProblem(error) && (
            <Alert key={error.code} type="error" showIcon role="alert" title={error.title} description={error.detail} />
          ),
      )}
    </Form>
  );
}

const DryRunNote = ({ run }: { run: DryRun }) => (
  <Alert
    style={{ marginTop: 12 }}
    type={run.allowed ? 'info' : 'warning'}
    showIcon
    title={run.allowed ? '将会这样办，尚未改动' : '现在不能这样办'}
    description={
      run.allowed ? (
        <ul className="stuck">
          <li>{run.effect}</li>
          {run.events.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : (
        run.reason?.detail
      )
    }
  />
);
