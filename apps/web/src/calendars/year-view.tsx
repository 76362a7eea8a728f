import type { DayLook } from './notice';
import { cellsOfMonth } from './year-days';

const week = ['一', '二', '三', '四', '五', '六', '日'];
const words = { rest: '休', work: '班', weekend: '', plain: '' };

interface Props {
  year: number;
  looks: ReadonlyMap<string, DayLook>;
}

/** A year on one sheet: 休 rests, 班 is a weekend day that is worked. */
export const YearView = ({ year, looks }: Props) => (
  <div className="year" role="group" aria-label={`${year} 年日历`}>
    {Array.from({ length: 12 }, (_, month) => (
      <table key={month} className="month">
        <caption>{month + 1} 月</caption>
        <thead>
          <tr>
            {week.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(cellsOfMonth(year, month, looks)).map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) =>
                cell === null ? (
                  <td key={column} />
                ) : (
                  <td
                    key={column}
                    className={`day day-${cell.look.kind}`}
                    title={[cell.date, 'name' in cell.look ? cell.look.name : undefined].filter(Boolean).join(' ')}
                  >
                    {cell.day}
                    <sup>{words[cell.look.kind]}</sup>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </div>
);

const weeksOf = <Cell,>(cells: Cell[]): Cell[][] =>
  Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7));
