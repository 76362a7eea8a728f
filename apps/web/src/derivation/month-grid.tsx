import { reasonWords, type SheetDay, type SheetMonth } from './day-words';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** What stands in the cell below the date: the number it is counted as, or in short why it is not. */
const short = ({ number, note, reason }: SheetDay): string =>
  number !== undefined
    ? `第${number}${reason === 'makeUpWorkday' ? '·调' : ''}`
    : (note ?? { startDay: '起算', weekend: '休', holiday: '假', paused: '暂停' }[reason as string] ?? '');

export function MonthGrid({ month, dueOn }: { month: SheetMonth; dueOn: string }) {
  return (
    <table className="month-grid">
      <caption>{month.name}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" abbr={`星期${day}`}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, weekday) => {
              if (!day) return <td key={weekday} />;
              const date = Number(day.date.slice(8));
              if ('outside' in day)
                return (
                  <td key={day.date} className="outside">
                    {date}
                  </td>
                );
              const kind = day.date === dueOn ? 'due' : day.counted ? 'counted' : day.reason;
              return (
                <td
                  key={day.date}
                  className={`day-${kind}`}
                  title={`${day.date} ${reasonWords[day.reason]}${day.note ? ` ${day.note}` : ''}`}
                >
                  {date}
                  <small>{day.date === dueOn ? '到期' : short(day)}</small>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
