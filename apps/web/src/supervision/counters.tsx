import type { Board, Counted } from './board';

interface Props {
  board: Board;
  show: (counted: Counted) => void;
}

/** The numbers a supervisor starts from; each opens the cases it counts. */
export function Counters({ board, show }: Props) {
  const light = (id: string): number => board.lights.find((group) => group.id === id)?.cases ?? 0;
  const counters: { words: string; count: number; tone: string; counted: Counted }[] = [
    { words: '超期', count: board.overdue, tone: 'red', counted: { title: '超期', light: 'red' } },
    { words: '环节滞后', count: board.stepOnly, tone: 'red', counted: { title: '环节滞后（总时限内）', late: 'step' } },
    { words: '临近到期', count: light('yellow'), tone: 'yellow', counted: { title: '临近到期', light: 'yellow' } },
    {
      words: '待认领',
      count: board.unclaimed,
      tone: 'plain',
      counted: { title: '待认领', class: 'personsTurn', cause: 'unclaimed' },
    },
    { words: '暂停计时', count: light('grey'), tone: 'plain', counted: { title: '暂停计时', light: 'grey' } },
    { words: '全部在办', count: board.open, tone: 'plain', counted: { title: '全部在办' } },
  ];
  return (
    <div className="counters">
      {counters.map(({ words, count, tone, counted }) => (
        <button
          key={words}
          type="button"
          className={`counter counter-${count === 0 ? 'none' : tone}`}
          onClick={() => show(counted)}
        >
          <strong>{count}</strong>
          <span>{words}</span>
        </button>
      ))}
    </div>
  );
}
