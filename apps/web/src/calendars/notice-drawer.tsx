import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { isProblem, write, type FieldError } from '../client';
import { ProblemNote } from '../parts/problem-note';
import type { CalendarSummary } from './calendars';
import { blankNotice, enteredNotice, noticeFault } from './notice';
import { NoticeFields } from './notice-fields';
import { looksOfNotice } from './year-days';
import { YearView } from './year-view';

interface Props {
  year: number;
  open: boolean;
  close: (made?: string) => void;
}

/** The notice is entered beside the year it makes. */
export function NoticeDrawer({ year, open, close }: Props) {
  const cache = useQueryClient();
  const [notice, setNotice] = useState(() => blankNotice(year));
  const [tried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: () => write<CalendarSummary>('/api/calendars', enteredNotice(notice)),
    onSuccess: ({ version }) => {
      void cache.invalidateQueries({ queryKey: ['calendars'] });
      close(version);
    },
  });
  const fault = tried ? noticeFault(notice) : undefined;
  const errors = isProblem(sending.error) ? sending.error.errors : [];
  const save = (): void => {
    setTried(true);
    if (!noticeFault(notice)) sending.mutate();
  };
  return (
    <Drawer
      open={open}
      title="录入节假日安排通知"
      size={1240}
      keyboard={false}
      mask={{ closable: false }}
      onClose={() => close()}
      extra={
        <Button type="primary" loading={sending.isPending} onClick={save}>
          存为草稿
        </Button>
      }
    >
      <div className="notice">
        <div>
          {fault && <Alert type="error" showIcon role="alert" title={fault} />}
          {errors.length > 0 && (
            <Alert type="error" showIcon role="alert" title={`通知内容有 ${errors.length} 处须改，见标红处`} />
          )}
          {sending.error && errors.length === 0 && <ProblemNote error={sending.error} />}
          <NoticeFields notice={notice} onChange={setNotice} faults={rowFaults(notice.holidays, errors)} />
        </div>
        <YearView year={notice.notice} looks={looksOfNotice(notice)} />
      </div>
    </Drawer>
  );
}

/** The server counts the rows that were sent; blank ones were not. */
function rowFaults(rows: { from: string; to: string }[], errors: readonly FieldError[]): Record<string, string> {
  const sent = rows.flatMap(({ from, to }, row) => (from !== '' && to !== '' ? [row] : []));
  return Object.fromEntries(
    errors.map(({ field, message }) => {
      const [part, at] = field.split('.');
      return part === 'holidays' ? [`holidays.${sent[Number(at)] ?? 0}`, message] : [part ?? field, message];
    }),
  );
}
