import { askedFields } from '../parts/fields';
import { scopeOf } from './action-values';
import type { CaseView } from '@due-process/contracts';
import { formWords } from './form-value';

/** The application's form and what outside systems say, in the order of the definition. */
export function FormPanel({ view }: { view: CaseView }) {
  const asked = new Set(askedFields(view.formFields, scopeOf(view)).map(({ id }) => id));
  const shown = view.formFields.filter(({ id, value }) => asked.has(id) || value !== null);
  return (
    <section className="panel" aria-labelledby="form-head">
      <h2 id="form-head">申请内容</h2>
      <dl className="form-list">
        {shown.map((field) => (
          <div key={field.id}>
            <dt>{field.label}</dt>
            <dd>{formWords(field, field.value)}</dd>
          </div>
        ))}
        {view.facts.map(({ id, name, holds, detail, refusal, source, value }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <span className={value === 'unknown' ? 'quiet' : holds ? 'light-green' : 'light-red'}>
                {value === 'unknown' ? '未核查' : (detail ?? (holds ? '符合' : refusal))}
              </span>
              {source && <span className="quiet"> {source}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
