import { Button, DatePicker, Form, Input, InputNumber, Select, Space, Switch } from 'antd';
import dayjs from 'dayjs';
import type { CalendarNoticeInput } from './notice';

interface Props {
  notice: CalendarNoticeInput;
  onChange: (notice: CalendarNoticeInput) => void;
  faults: Record<string, string>;
}

const at = (date: string) => (date ? dayjs(date) : null);
const text = (day: dayjs.Dayjs | null | undefined): string => day?.format('YYYY-MM-DD') ?? '';

export function NoticeFields({ notice, onChange, faults }: Props) {
  const set = (part: Partial<CalendarNoticeInput>): void => onChange({ ...notice, ...part });
  const setHoliday = (row: number, part: Partial<CalendarNoticeInput['holidays'][number]>): void =>
    set({ holidays: notice.holidays.map((one, index) => (index === row ? { ...one, ...part } : one)) });
  const opens = dayjs(`${notice.notice}-01-01`);
  return (
    <Form component={false} layout="vertical">
      <Space wrap align="start">
        <Form.Item label="年份" required htmlFor="notice-year">
          <InputNumber
            id="notice-year"
            value={notice.notice}
            min={1950}
            max={2198}
            onChange={(year) => year && set({ notice: year })}
          />
        </Form.Item>
        <Form.Item label="文号" required htmlFor="notice-source">
          <Input
            id="notice-source"
            value={notice.sourceNo}
            placeholder="国办发明电〔2026〕1号"
            onChange={({ target }) => set({ sourceNo: target.value })}
          />
        </Form.Item>
        <Form.Item label="发文日期" required htmlFor="notice-issued">
          <DatePicker id="notice-issued" value={at(notice.issuedOn)} onChange={(day) => set({ issuedOn: text(day) })} />
        </Form.Item>
        <Form.Item label="补充通知" htmlFor="notice-supplement" tooltip="只改动列出的日子，其余照原通知">
          <Switch id="notice-supplement" checked={notice.supplement} onChange={(supplement) => set({ supplement })} />
        </Form.Item>
      </Space>
      <h3>放假</h3>
      {notice.holidays.map((holiday, row) => (
        <div key={row} className="holiday-row">
          <Input
            aria-label={`第 ${row + 1} 个假期的名称`}
            value={holiday.name}
            onChange={({ target }) => setHoliday(row, { name: target.value })}
          />
          <DatePicker.RangePicker
            aria-label={`${holiday.name}起止`}
            value={[at(holiday.from), at(holiday.to)]}
            defaultPickerValue={[opens, opens]}
            allowEmpty={[true, true]}
            onChange={(range) => setHoliday(row, { from: text(range?.[0]), to: text(range?.[1]) })}
          />
          <Button
            type="text"
            aria-label={`删除${holiday.name}`}
            onClick={() => set({ holidays: notice.holidays.filter((_, index) => index !== row) })}
          >
            删除
          </Button>
          {faults[`holidays.${row}`] && (
            <div className="row-fault" role="alert">
              {faults[`holidays.${row}`]}
            </div>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => set({ holidays: [...notice.holidays, { name: '', from: '', to: '' }] })}>
        加一个假期
      </Button>
      <Form.Item
        label="调休上班（星期六、星期日）"
        htmlFor="notice-work"
        className="notice-work"
        {...(faults['workdays']
          ? { validateStatus: 'error' as const, help: <span role="alert">{faults['workdays']}</span> }
          : {})}
      >
        <Select
          id="notice-work"
          mode="tags"
          value={notice.workdays}
          placeholder={`如 ${notice.notice}-02-14，可一次粘贴多个`}
          tokenSeparators={[',', '，', '、', ' ']}
          options={weekendsOf(notice.notice)}
          onChange={(workdays: string[]) => set({ workdays: [...workdays].sort() })}
        />
      </Form.Item>
    </Form>
  );
}

/** Only weekend days can be worked; the list saves typing a date. */
function weekendsOf(year: number): { value: string; label: string }[] {
  const days: { value: string; label: string }[] = [];
  for (let day = dayjs(`${year - 1}-12-20`); day.isBefore(`${year + 1}-01-10`); day = day.add(1, 'day')) {
    const weekday = day.day();
    if (weekday === 0 || weekday === 6)
      days.push({
        value: day.format('YYYY-MM-DD'),
        label: `${day.format('YYYY-MM-DD')} ${weekday === 0 ? '周日' : '周六'}`,
      });
  }
  return days;
}
