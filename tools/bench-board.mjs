import { parseArgs } from 'node:util';
import { quantile } from './bench/statistics.mjs';
import { table } from './bench/table.mjs';

/**
 * `DEMO_PASSWORD=… npm run bench:board -- --url=http://127.0.0.1:3000 [--rounds=60]`: what the supervisors' pages cost on a running system, one request at
 * a time over HTTP, signed in as yt-supervise; beside them a case by its primary key, the measure of the least.
 */
const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://127.0.0.1:3000' }, rounds: { type: 'string', default: '60' } },
});
const period = `from=${new Date().getFullYear() - 1}-01-01&to=${new Date().getFullYear()}-12-31`;
const month = `from=${new Date().toISOString().slice(0, 7)}-01&to=${new Date().toISOString().slice(0, 10)}`;
const pages = {
  'health (no table)': '/api/health',
  'board, all counters': '/api/supervision/board',
  'classes with causes and samples': '/api/supervision/stuck',
  'list of a common class': '/api/supervision/cases?class=personsTurn&limit=30',
  'list of a rare class': '/api/supervision/cases?class=retrying&limit=30',
  'list of another common class': '/api/supervision/cases?class=waitingForAgency&limit=30',
  'step late, total in time': '/api/supervision/cases?late=step&limit=30',
  unclaimed: '/api/supervision/cases?class=personsTurn&cause=unclaimed&limit=30',
  'cases at a place of the chart': '/api/supervision/cases?item=YT-2.2&at=receive:contactLetter&limit=30',
  'worklist page': '/api/worklist?tab=all&limit=30',
  'statistics, one month by unit': `/api/statistics?by=unit&${month}`,
  'statistics, two years by person': `/api/statistics?by=person&${period}`,
  'flow chart of an item, two years': `/api/statistics/steps?item=YT-2.2&${period}`,
};

const signIn = await fetch(`${values.url}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ username: 'yt-supervise', password: process.env.DEMO_PASSWORD ?? '' }),
});
if (!signIn.ok) throw new Error(`sign-in: ${signIn.status}`);
const cookie = signIn.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');

const measured = [];
for (const [name, path] of Object.entries(pages)) {
  const took = [];
  let bytes = 0;
  for (let round = -5; round < Number(values.rounds); round++) {
    const from = performance.now();
    const answer = await fetch(values.url + path, { headers: { cookie } });
    const text = await answer.text();
    if (!answer.ok && name !== 'health (no table)') throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
    bytes = text.length;
    if (round >= 0) took.push(performance.now() - from);
  }
  measured.push([
    name,
    ...[0.5, 0.95].map((share) => quantile(took, share).toFixed(1)),
    Math.max(...took).toFixed(1),
    bytes,
  ]);
}
console.log(table(['page', 'p50 ms', 'p95 ms', 'max ms', 'bytes'], measured));
