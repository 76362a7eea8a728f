import { cpus, totalmem } from 'node:os';
import { quantile, sum } from './statistics.mjs';
import { figure, table, verdict } from './table.mjs';

/** Results as Markdown, to be pasted into docs/performance.md. Targets are those of the design. */
export const targets = {
  five: 0.85,
  instant: 2.5,
  peakP99: 150,
  ladderSeconds: 10,
  bulkSeconds: 60,
  idle: 1024,
  worker: 350,
  api: 250,
};

export const machineLine = () =>
  `${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim()} · ${figure(totalmem() / 2 ** 30, 0)} GB`;

/** @param {import('./side-by-side.mjs').Round[]} rounds */
export function sideBySideReport(rounds) {
  const groups = Map.groupBy
    ? Map.groupBy(rounds, keyOf)
    : rounds.reduce((map, round) => map.set(keyOf(round), [...(map.get(keyOf(round)) ?? []), round]), new Map());
  const all = [...groups.values()].map(merged);
  const speed = table(
    ['variant', 'clerks', 'cases/s', 'action p50 ms', 'p99 ms', 'transitions', 'events', 'bytes', 'cases measured'],
    all.map(({ name, clerks, rate, actions, history, cases }) => [
      name,
      clerks,
      figure(rate),
      figure(quantile(actions, 0.5)),
      figure(quantile(actions, 0.99)),
      history ? figure(history.transitions, 0) : '–',
      history ? figure(history.events, 0) : '–',
      history ? figure(history.bytes, 0) : '–',
      cases,
    ]),
  );
  const parts = /** @type {const} */ ([
    'server',
    'worker',
    'api',
    'pgEngine',
    'pgApplication',
    'pgOther',
    'sandbox',
    'driver',
  ]);
  const heads = [
    'Temporal server',
    'worker',
    'API',
    'Postgres: engine',
    'Postgres: application',
    'Postgres: other',
    'sandbox',
    'driver',
  ];
  const cost = table(
    ['CPU seconds per 1,000 cases', 'clerks', ...heads, 'all'],
    all.map(({ name, clerks, cpu, cases }) => {
      const each = parts.map((part) => (cpu[part] * 1000) / cases);
      return [name, clerks, ...each.map((one) => figure(one)), figure(sum(each))];
    }),
  );
  return `### Side by side\n\n${speed}\n\n${cost}\n\n${ratios(rounds)}`;
}

const keyOf = ({ name, clerks }) => `${clerks} ${name}`;

function merged(rounds) {
  const { name, clerks } = rounds[0];
  const cases = sum(rounds.map((round) => round.cases));
  const cpu = {};
  for (const round of rounds)
    for (const [part, value] of Object.entries(round.cpu)) cpu[part] = (cpu[part] ?? 0) + value;
  const rate = rateOf(rounds);
  const { history } = rounds.at(-1);
  return { name, clerks, cases, rate, cpu, history, actions: rounds.flatMap((round) => round.actions) };
}

const rateOf = (rounds) => sum(rounds.map(({ cases }) => cases)) / sum(rounds.map(({ seconds }) => seconds));

/**
 * Each repeat (there and back) is a ratio of its own; how far they lie apart says how much the whole can be trusted. The bare workflow
 * has one durable command less (its start writes nothing), so the ratio of commands stands beside that of cases.
 */
function ratios(rounds) {
  const repeats = [...new Set(rounds.map((round) => round.repeat))];
  const rows = [...new Set(rounds.map((round) => round.clerks))].flatMap((clerks) =>
    compared.flatMap(({ name, variant, to = 'bare workflow', commands, target }) => {
      const of = (prefix, repeat) =>
        rateOf(
          rounds.filter(
            (one) => one.clerks === clerks && one.name.startsWith(prefix) && (repeat ?? one.repeat) === one.repeat,
          ),
        );
      const ratio = (repeat) => (commands * of(variant, repeat)) / of(to, repeat);
      if (!Number.isFinite(ratio())) return [];
      const each = repeats.map((repeat) => figure(ratio(repeat), 2)).join(', ');
      const wanted = target ? [`≥ ${target}`, verdict(ratio() >= target)] : ['', ''];
      return [[name, clerks, figure(ratio(), 2), each, ...wanted]];
    }),
  );
  return table(['ratio', 'clerks', 'measured', 'each repeat', 'target', ''], rows);
}

const compared = [
  { name: 'five steps ÷ bare, cases/s', variant: 'five', commands: 1, target: targets.five },
  { name: 'five steps ÷ bare, durable commands/s (5 : 4)', variant: 'five', commands: 5 / 4 },
  { name: 'instant item ÷ bare, cases/s', variant: 'instant', commands: 1, target: targets.instant },
  { name: 'five steps ÷ bare in our worker, cases/s', variant: 'five', to: 'bare in our worker', commands: 1 },
  { name: 'instant item ÷ bare in our worker, cases/s', variant: 'instant', to: 'bare in our worker', commands: 1 },
];

export function peakReport({ wanted, seconds, took, failures, busy, cpu }) {
  const p99 = quantile(took, 0.99);
  const spent = Object.entries(cpu).map(([part, value]) => `${part} ${figure((value * 1000) / took.length)}`);
  const rows = [
    [
      `${wanted}/s for ${figure(seconds / 60)} min`,
      figure(took.length / seconds),
      ...[0.5, 0.95].map((share) => figure(quantile(took, share))),
      figure(p99),
      figure(Math.max(...took)),
      failures.length,
      `${figure(busy * 100, 0)} %`,
    ],
  ];
  return `### Peak

${table(['open loop', 'acts/s', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms', 'refused', 'machine busy'], rows)}

Target: p99 < ${targets.peakP99} ms, nothing refused: ${verdict(p99 < targets.peakP99 && failures.length === 0)}. CPU ms an act: ${spent.join(' · ')}.${firstOf(failures)}`;
}

export function ladderReport({ wanted, told, escalated, pending, seconds, calm, busy, failures }) {
  const before = quantile(calm, 0.99);
  const during = quantile(busy, 0.99);
  const exact = told === wanted && escalated === wanted && pending === 0;
  const rows = [
    [
      'all in the inboxes after',
      `${figure(seconds)} s`,
      `≤ ${targets.ladderSeconds} s`,
      verdict(told >= wanted && seconds <= targets.ladderSeconds),
    ],
    [
      'told / escalated / still pending, a minute later',
      `${told} / ${escalated} / ${pending}`,
      `${wanted} / ${wanted} / 0`,
      verdict(exact),
    ],
    ['clerks’ p99 before → during', `${figure(before)} → ${figure(during)} ms`, '≤ 2 ×', verdict(during <= 2 * before)],
    ['acts refused', failures.length, 0, verdict(failures.length === 0)],
  ];
  return `### ${wanted} reminders due at one instant\n\n${table(['', 'measured', 'target', ''], rows)}${firstOf(failures)}`;
}

export function bulkReport({ wanted, done, failed, skipped, seconds, rate, calm, busy, failures }) {
  const before = quantile(calm, 0.99);
  const during = quantile(busy, 0.99);
  const rows = [
    [
      'handed over / failed / nothing to do',
      `${done} / ${failed} / ${skipped}`,
      `${wanted} / 0 / 0`,
      verdict(done === wanted),
    ],
    [
      'from confirming to finished',
      `${figure(seconds)} s`,
      `≤ ${targets.bulkSeconds} s`,
      verdict(seconds <= targets.bulkSeconds),
    ],
    [
      `clerks’ p99 at ${rate} acts/s, before → during`,
      `${figure(before)} → ${figure(during)} ms`,
      '≤ 2 ×',
      verdict(during <= 2 * before),
    ],
    ['acts refused', failures.length, 0, verdict(failures.length === 0)],
  ];
  return `### ${wanted} cases handed over while clerks work\n\n${table(['', 'measured', 'target', ''], rows)}${firstOf(failures)}`;
}

/** @param {{ idle: Record<string, number>, own: number, loaded?: { cases: number, memory: Record<string, number> } }} given MB */
export function memoryReport({ idle, own, loaded }) {
  const total = own + sum(Object.values(idle));
  const names = Object.keys(idle);
  const rows = [
    ['idle', ...names.map((name) => figure(idle[name], 0)), figure(own, 0), figure(total, 0)],
    ...(loaded
      ? [
          [
            `after the load, ${loaded.cases} cases open`,
            ...names.map((name) => figure(loaded.memory[name], 0)),
            '–',
            figure(sum(Object.values(loaded.memory)), 0),
          ],
        ]
      : []),
  ];
  const said = [`idle total < ${targets.idle} MB: ${verdict(total < targets.idle)}`];
  if (loaded) {
    said.push(`worker < ${targets.worker} MB: ${verdict(loaded.memory.worker < targets.worker)}`);
    said.push(`API < ${targets.api} MB: ${verdict(loaded.memory.API < targets.api)}`);
  }
  return `### Memory, MB\n\n${table(['proportional set size', ...names, 'start', 'all'], rows)}\n\nTargets: ${said.join(' · ')}.`;
}

const firstOf = (failures) => (failures.length > 0 ? `\n\nFirst refusal: ${failures[0].slice(0, 300)}` : '');
