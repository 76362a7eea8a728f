import type { CaseEntry } from '@due-process/contracts';

/** 各环节填写的内容: what the next person works on from. Nothing before the first stage was done. */
export function EntriesPanel({ entries }: { entries: readonly CaseEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="entries-head">
      <h2 id="entries-head">各环节填写内容</h2>
      {entries.map(({ key, stage, on, by, lines }) => (
        <div key={key}>
          <h3>
            {stage} <span className="quiet">{[by?.name, on].filter(Boolean).join(' ')}</span>
          </h3>
          <dl className="form-list">
            {lines.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
