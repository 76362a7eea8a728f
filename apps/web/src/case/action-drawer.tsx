import type { CaseAction, CaseView } from '@due-process/contracts';
import { App, Button, Drawer, Form } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { FirstField } from '../parts/first-field';
import { askedFields, faultsOf, type Values } from '../parts/fields';
import { sameAction } from './actions';
import { ActionFields } from './action-fields';
import { inputOf, isPlain, scopeOf, startValues } from './action-values';
import { ActProblem } from './act-problem';
import { OccurredOn } from './occurred-on';
import { giveFiles, type Brought } from './case-files';
import { useAct } from './use-act';

interface Props {
  view: CaseView;
  action: CaseAction;
  close: () => void;
}

/** Everything an action asks for, beside the case it is done on. */
export function ActionDrawer({ view, action: chosen, close }: Props) {
  const { message } = App.useApp();
  const found = sameAction(view, chosen);
  const latest = found
    ? { ...found, label: chosen.label }
    : { ...chosen, allowed: false, reason: '办件已进入下一环节，没有此操作' };
  const [values, setValues] = useState<Values>(() => startValues(view, chosen));
  const [local, setLocal] = useState<Record<string, string>>({});
  const [occurredOn, setOccurredOn] = useState<string>();
  const [brought, setBrought] = useState<Brought>({});
  const { send, busy, problem, meanwhile, faults, lookAgain } = useAct(view, latest, {
    before: () => giveFiles(view.caseNo, brought),
    done: () => {
      message.success(`已${chosen.label.replace(/^已/, '')}`);
      close();
    },
  });
  const action = meanwhile ? chosen : latest;
  const ready = action.allowed && !meanwhile && !busy;

  function submit(): void {
    if (!ready) return;
    const asked = askedFields(action.fields, { ...scopeOf(view), input: values });
    const found = faultsOf(asked.filter(isPlain), values);
    setLocal(found);
    if (Object.keys(found).length > 0) {
      setTimeout(() => document.querySelector<HTMLElement>('.ant-drawer-open .ant-form-item-has-error input')?.focus());
      return;
    }
    send({ input: inputOf(view, asked, values), ...(occurredOn ? { occurredOn } : {}) });
  }

  /** Whoever fills it in from the keyboard hands it in from there too. */
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
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
            disabled={!action.allowed || meanwhile !== undefined}
            onClick={submit}
            autoFocus={action.fields.length === 0}
          >
            {action.label}
          </Button>
          <Button onClick={close}>取消</Button>
          <span className="quiet">Ctrl+回车 提交，Esc 取消</span>
        </div>
      }
    >
      <ActProblem
        problem={problem}
        meanwhile={meanwhile}
        refused={action.allowed ? undefined : action.reason}
        lookAgain={() => void lookAgain()}
      />
      <Form layout="vertical" onFinish={submit} onKeyDown={onKey}>
        <FirstField>
          <ActionFields
            view={view}
            action={action}
            values={values}
            faults={{ ...local, ...faults }}
            onChange={(id, value) => setValues((now) => ({ ...now, [id]: value }))}
            brought={brought}
            bring={(material, files) => setBrought((now) => ({ ...now, [material]: files }))}
          />
        </FirstField>
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
