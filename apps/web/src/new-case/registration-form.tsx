import type { ItemPublished } from '@due-process/contracts';
import { Form } from 'antd';
import { useState, type FocusEvent } from 'react';
import { FieldInputs } from '../parts/fields';
import { applicantRules, shownApplicant } from './applicant-rules';
import { Checklist } from './checklist';
import { scopeOf, type Entry } from './entry';
import { partOf, shownFaults, type Faults } from './faults';
import { VariantField, WhereFields } from './where-fields';

interface Props {
  item: ItemPublished;
  entry: Entry;
  change: (part: (before: Entry) => Entry) => void;
  own: Faults;
  fromServer: Faults;
  attempted: boolean;
}

/** The path of the field that holds the focus: inputs are named `<prefix>-<field>` inside a part of the form. */
function pathOf({ target }: FocusEvent<HTMLElement>): string | undefined {
  const part = target.closest<HTMLElement>('[data-part]')?.dataset['part'];
  return part && target.id ? `${part}.${target.id.slice(target.id.lastIndexOf('-') + 1)}` : undefined;
}

export function RegistrationForm({ item, entry, change, own, fromServer, attempted }: Props) {
  const [typing, setTyping] = useState<string>();
  const faults = { ...shownFaults(own, entry, typing, attempted), ...fromServer };
  const applicant = shownApplicant(item, entry.applicant);
  const setIn = (part: 'applicant' | 'form') => (id: string, value: unknown) =>
    change((before) => ({ ...before, [part]: { ...before[part], [id]: value } }));
  return (
    <div className="new-case" onFocus={(event) => setTyping(pathOf(event))} onBlur={() => setTyping(undefined)}>
      <div>
        <section className="panel" aria-label="申请人" data-part="applicant">
          <h2>申请人</h2>
          <FieldInputs
            rules={applicantRules(item, applicant)}
            values={applicant}
            onChange={setIn('applicant')}
            faults={partOf('applicant', faults)}
          />
        </section>
        {(item.form.length > 0 || item.variants.length > 0) && (
          <section className="panel" aria-label="申请内容" data-part="form">
            <h2>申请内容</h2>
            <VariantField item={item} entry={entry} faults={faults} change={change} />
            <FieldInputs
              rules={item.form}
              values={entry.form}
              onChange={setIn('form')}
              faults={partOf('form', faults)}
              scope={scopeOf(item, entry)}
            />
          </section>
        )}
      </div>
      <div>
        <section className="panel" aria-label="收件">
          <h2>收件</h2>
          <Form component={false} layout="horizontal" labelCol={{ flex: '84px' }}>
            <WhereFields item={item} entry={entry} faults={faults} change={change} />
          </Form>
        </section>
        <section className="panel" aria-label="材料">
          <h2>材料</h2>
          <Checklist item={item} entry={entry} change={change} />
        </section>
      </div>
    </div>
  );
}
