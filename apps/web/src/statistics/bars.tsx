interface Bar {
  name: string;
  value: number;
  words: string;
  /** A second mark on the same scale: nine tenths, or the limit. */
  mark?: number;
}

const rowHeight = 26;
const nameWidth = 180;
const barWidth = 360;

/** Horizontal bars, read without colour: each has its number beside it. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.flatMap(({ value, mark }) => [value, mark ?? 0]));
  const x = (value: number): number => (value / most) * barWidth;
  return (
    <svg
      role="img"
      aria-label={label}
      className="bars"
      width={nameWidth + barWidth + 120}
      height={bars.length * rowHeight}
    >
      {bars.map(({ name, value, words, mark }, at) => (
        <g key={name} transform={`translate(0, ${at * rowHeight})`}>
          <title>{`${name}：${words}`}</title>
          <text x={nameWidth - 8} y={17} textAnchor="end">
            {name.length > 12 ? `${name.slice(0, 12)}…` : name}
          </text>
          <rect x={nameWidth} y={5} width={x(value)} height={16} rx={2} />
          {mark !== undefined && <line x1={nameWidth + x(mark)} x2={nameWidth + x(mark)} y1={2} y2={24} />}
          <text x={nameWidth + x(Math.max(value, mark ?? 0)) + 6} y={17}>
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
}
