import type { TimelineEntry } from '@due-process/contracts';
import { useQuery } from '@tanstack/react-query';
import { read } from '../client';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';

export const useTimeline = (caseNo: string, seq: number, enabled = true) =>
  useQuery({
    queryKey: ['case-sheet', caseNo, 'timeline', seq],
    queryFn: ({ signal }) => read<{ events: TimelineEntry[] }>(`/api/cases/${caseNo}/timeline`, {}, signal),
    placeholderData: (before) => before,
    enabled,
  });

/** What happened, newest first; what was entered later carries its true date. */
export function TimelinePanel({ caseNo, seq }: { caseNo: string; seq: number }) {
  const query = useTimeline(caseNo, seq);
  return (
    <section className="panel" aria-labelledby="timeline-head">
      <h2 id="timeline-head">办理经过</h2>
      <Loaded query={query}>
        {({ events }) => (
          <ol className="timeline" tabIndex={0} aria-labelledby="timeline-head">
            {events.toReversed().map((entry, at) => {
              const recorded = shanghaiTime(entry.recordedAt);
              const later = !recorded.startsWith(entry.occurredOn);
              return (
                <li key={entry.seq ?? `at-${at}`}>
                  <div>
                    <b>{entry.label}</b>{' '}
                    {entry.step && entry.step !== entry.label && <span className="step-tag">{entry.step}</span>}
                    <span className="quiet"> {entry.by.name}</span>
                  </div>
                  {entry.detail && <div>{entry.detail}</div>}
                  <div className="quiet">{later ? `${entry.occurredOn}（${recorded} 补录）` : recorded}</div>
                </li>
              );
            })}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
