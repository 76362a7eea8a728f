import { Link } from 'react-router';
import type { FlowStep, FlowWay } from '@due-process/contracts';
import { laidOut } from '../parts/flow-layout';
import { percent } from './numbers';

interface Props {
  itemName: string;
  steps: readonly FlowStep[];
  ways: readonly FlowWay[];
  cases: number;
  /** Where the list of the cases at a step is; absent for those who may not see the agency's. */
  listOf?: (step: FlowStep) => string;
}

const box = { width: 164, height: 116 };
const end = { width: 52, height: 36 };
const gap = 30;
/** Ways that fewer than one case in fifty took are left out where another way leads to the same place. */
const rare = 0.02;

/** Ways worth drawing, with at least one into and out of each step that was stood at. */
function drawn(ways: readonly FlowWay[], steps: readonly FlowStep[], cases: number) {
  const shown = ways.filter((way) => way.cases >= cases * rare);
  const reached = new Set(shown.map(({ to }) => to));
  const more = ways.filter((way) => !shown.includes(way) && !reached.has(way.to));
  const all = [...shown, ...more];
  const touched = new Set(all.flatMap(({ from, to }) => [from, to]));
  return { all, boxes: steps.filter(({ id, waiting }) => touched.has(id) || waiting > 0) };
}

/** The story's flow chart with the days at each step: the darker the box, the more of all days; the heaviest says so. */
export default function FlowChart({ itemName, steps, ways, cases, listOf }: Props) {
  const { all, boxes } = drawn(ways, steps, cases);
  const known = new Set(['start', 'end', ...boxes.map(({ id }) => id)]);
  const links = all.filter(({ from, to }) => known.has(from) && known.has(to));
  const chart = laidOut(
    [{ id: 'start', ...end }, ...boxes.map(({ id }) => ({ id, ...box })), { id: 'end', ...end }],
    links,
    gap,
    18,
  );
  const at = (id: string) => {
    const { x = 0, y = 0 } = chart.corners.get(id) ?? {};
    return { left: x, top: y };
  };
  const most = Math.max(0, ...boxes.map(({ share }) => share ?? 0));
  return (
    <div className="flow-scroll">
      <div className="flow" style={{ width: chart.width, height: chart.height }}>
        <svg width={chart.width} height={chart.height} aria-hidden>
          <defs>
            <marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {chart.lines.map((points, nth) => {
            const way = links[nth];
            const middle = points[Math.floor(points.length / 2)];
            return (
              way && (
                <g key={`${way.from}>${way.to}`}>
                  <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} markerEnd="url(#flow-arrow)" />
                  {way.cases > 0 && way.cases < cases && middle && (
                    <text x={middle.x} y={middle.y - 4} textAnchor="middle">
                      {way.cases}
                    </text>
                  )}
                </g>
              )
            );
          })}
        </svg>
        <div className="flow-end" style={{ ...at('start'), ...end }}>
          收件
        </div>
        <ol aria-label={`${itemName}各环节用时`}>
          {boxes.map((step) => (
            <li
              key={step.id}
              className={`flow-step flow-${step.kind}${step.share !== null && step.share === most && most > 0 ? ' flow-most' : ''}`}
              style={{
                ...at(step.id),
                ...box,
                backgroundColor: `rgb(217 119 6 / ${Math.round((step.share ?? 0) * 32)}%)`,
              }}
            >
              <b title={step.name}>{step.name}</b>
              {step.cases > 0 ? (
                <>
                  <span>
                    平均 {step.meanDays} 日，九成 {step.p90Days} 日
                  </span>
                  <span>
                    占全部用时 {percent(step.share)}
                    {step.share === most && most > 0 && <strong>　最多</strong>}
                  </span>
                </>
              ) : (
                <span className="quiet">期间内没有经过</span>
              )}
              {step.limitDays !== null && step.cases > 0 && (
                <span className={step.late > 0 ? 'light-red' : 'quiet'}>
                  限 {step.limitDays} 日，超期 {step.late} 件
                </span>
              )}
              <Waiting step={step} {...(listOf ? { to: listOf(step) } : {})} />
            </li>
          ))}
        </ol>
        <div className="flow-end" style={{ ...at('end'), ...end }}>
          办结
        </div>
      </div>
    </div>
  );
}

function Waiting({ step: { name, waiting }, to }: { step: FlowStep; to?: string }) {
  if (waiting === 0) return <span className="quiet">现在没有办件</span>;
  return to ? (
    <Link to={to} aria-label={`${name}：现有 ${waiting} 件`}>
      现有 {waiting} 件
    </Link>
  ) : (
    <span>现有 {waiting} 件</span>
  );
}
