import { Form, Modal, Progress } from 'antd';
import { useState } from 'react';
import { FieldInputs, faultsOf, given, type Values } from '../parts/fields';
import { BulkLines } from './bulk-lines';
import type { BulkAct } from './bulk-run';
import { useBulk } from './use-bulk';
import type { WorklistLine } from './worklist.types';

interface Props {
  what: BulkAct;
  lines: readonly WorklistLine[];
  close: (acted: boolean) => void;
}

/** First what would happen to each case, then what did. Cases that cannot be done say why and are left alone. */
export function BulkDialog({ what, lines, close }: Props) {
  const { shown, phase, run } = useBulk(what, lines);
  const [values, setValues] = useState<Values>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const ready = shown.filter(({ state }) => state === 'ready');
  const first = shown.find(({ action }) => action)?.action;
  const fields = first?.fields ?? [];
  const ended = shown.filter(({ state }) => state === 'done' || state === 'failed').length;
  const able = shown.filter(({ action }) => action).length;

  function confirm(): void {
    const found = faultsOf(fields, values);
    setFaults(found);
    if (Object.keys(found).length === 0) void run(given(fields, values));
  }

  const finished = phase === 'finished';
  return (
    <Modal
      open
      width={760}
      title={`批量${what.label}`}
      okText={finished ? '完成' : `${what.label} ${ready.length} 件`}
      okButtonProps={{
        disabled: phase === 'looking' || (phase === 'ready' && ready.length === 0),
        loading: phase === 'running',
      }}
      cancelButtonProps={{ disabled: phase === 'running', style: finished ? { display: 'none' } : {} }}
      onOk={finished ? () => close(true) : confirm}
      onCancel={() => phase !== 'running' && close(finished)}
    >
      {phase === 'ready' && fields.length > 0 && (
        <Form layout="vertical">
          <FieldInputs
            rules={fields}
            values={values}
            faults={faults}
            onChange={(id, value) => setValues((now) => ({ ...now, [id]: value }))}
          />
        </Form>
      )}
      {(phase === 'running' || finished) && (
        <Progress percent={able ? Math.round((ended / able) * 100) : 100} size="small" aria-label="办理进度" />
      )}
      <BulkLines lines={shown} />
    </Modal>
  );
}
