import type { CaseEntry } from '@due-process/contracts';
import './entries.css';

const shortest = 24;
/** `1,000,000.00 元` and the like. */
const figures = 14;
/** An opinion of a few words stands in one line with its stage: a chain of signatures is read at a glance. */
const isShort = ({ lines: [only, ...more] }: CaseEntry): boolean =>
  only !== undefined && more.length === 0 && only.value.length <= shortest;
/** A text of some length takes the whole width, figures stand side by side. */
const isLong = (value: string): boolean => value.length > figures;

/** 各环节填写的内容: what the next person works on from. Nothing before the first stage was done. */
export function EntriesPanel({ entries }: { entries: readonly CaseEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="entries-head">
      <h2 id="entries-head">各环节填写内容</h2>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} />
      ))}
    </section>
  );
}

function Entry({ entry }: { entry: CaseEntry }) {
  const { stage, on, by, lines } = entry;
  const [only] = lines;
  return (
    <div className="entry">
      <h3>
        {stage} <span className="quiet">{[by?.name, on].filter(Boolean).join(' ')}</span>
        {isShort(entry) && only && (
          <span className="entry-only">
            <span className="quiet">{only.label}</span> {only.value}
          </span>
        )}
      </h3>
      {!isShort(entry) && (
        <dl className="entry-lines">
          {lines.map(({ label, value }) => (
            <div key={label} className={isLong(value) ? 'entry-long' : ''}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
