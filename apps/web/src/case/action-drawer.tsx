import { App, Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import { askedFields, faultsOf, type Values } from '../parts/fields';
import { sameAction } from './actions';
import { ActionFields } from './action-fields';
import { inputOf, isPlain, scopeOf, startValues } from './action-values';
import { ActProblem } from './act-problem';
import type { CaseAction, CaseView } from '@due-process/contracts';
import { OccurredOn } from './occurred-on';
import { useAct } from './use-act';

interface Props {
  view: CaseView;
  action: CaseAction;
  close: () => void;
}

/** Everything an action asks for, beside the case it is done on. */
export function ActionDrawer({ view, action: chosen, close }: Props) {
  const { message } = App.useApp();
  const action = sameAction(view, chosen) ?? { ...chosen, allowed: false, reason: '办件已进入下一环节，没有此操作' };
  const [values, setValues] = useState<Values>(() => startValues(view, chosen));
  const [local, setLocal] = useState<Record<string, string>>({});
  const [occurredOn, setOccurredOn] = useState<string>();
  const { send, busy, problem, faults, lookAgain } = useAct(view, action, () => {
    message.success(`已${action.label.replace(/^已/, '')}`);
    close();
  });

  function submit(): void {
    const asked = askedFields(action.fields, { ...scopeOf(view), input: values });
    const found = faultsOf(asked.filter(isPlain), values);
    setLocal(found);
    if (Object.keys(found).length > 0) return;
    send({ input: inputOf(view, asked, values), ...(occurredOn ? { occurredOn } : {}) });
  }

  return (
    <Drawer
      open
      size={520}
      title={`${action.label} · ${view.item.name} · ${view.applicant.name}`}
      onClose={close}
      mask={{ closable: false }}
      autoFocus={false}
      footer={
        <div className="drawer-foot">
          <Button
            type="primary"
            loading={busy}
            disabled={!action.allowed}
            onClick={submit}
            autoFocus={action.fields.length === 0}
          >
            {action.label}
          </Button>
          <Button onClick={close}>取消</Button>
        </div>
      }
    >
      <ActProblem
        problem={problem}
        refused={action.allowed ? undefined : action.reason}
        lookAgain={() => void lookAgain()}
      />
      <Form layout="vertical" onFinish={submit}>
        <ActionFields
          view={view}
          action={action}
          values={values}
          faults={{ ...local, ...faults }}
          onChange={(id, value) => setValues((now) => ({ ...now, [id]: value }))}
        />
        {action.fields.length === 0 && <p>确认{action.label}？</p>}
        <OccurredOn
          value={occurredOn}
          onChange={setOccurredOn}
          fault={problem?.errors.find(({ field }) => field === 'occurredOn')?.message}
        />
      </Form>
    </Drawer>
  );
}
