import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../system/paths.mjs';
import { figure, table } from '../table.mjs';

const shown = 30;

/** Where the time went: by package, by function of our own with everything it calls, and by function alone. @param {string} folder */
export function profileReport(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => `### ${name}\n\n${summary(JSON.parse(readFileSync(join(folder, name), 'utf8')))}`)
    .join('\n\n');
}

function summary({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, { ...node, self: 0 }]));
  for (const [at, id] of samples.entries()) byId.get(id).self += timeDeltas[at] / 1000;
  const functions = new Map();
  const packages = new Map();
  const walk = (node, above, owner) => {
    const place = placeOf(node.callFrame);
    // What runs in the engine itself (writing to a socket, collecting garbage) belongs to whoever called it.
    const mine = packageOf(node.callFrame) ?? owner;
    packages.set(mine, (packages.get(mine) ?? 0) + node.self);
    const entry = functions.get(place) ?? { self: 0, total: 0 };
    functions.set(place, entry);
    const path = new Set(above).add(place);
    const below = (node.children ?? []).reduce((total, id) => total + walk(byId.get(id), path, mine), 0);
    entry.self += node.self;
    if (!above.has(place)) entry.total += node.self + below;
    return node.self + below;
  };
  const all = walk(byId.get(nodes[0].id), new Set(), '(engine)');
  const idle = functions.get('(idle)')?.self ?? 0;
  packages.set('(engine)', (packages.get('(engine)') ?? 0) - idle);
  const share = (value) => figure((value / (all - idle)) * 100);
  const top = (rows) => rows.toSorted((a, b) => b[1] - a[1]).slice(0, shown);
  const shares = (rows) => rows.map(([name, ...values]) => [name, ...values.map(share)]);
  const real = [...functions].filter(([place]) => !/^\((root|idle)\)/.test(place));
  const own = real.filter(([place]) => / (apps|domain|workflows|activities|secrets|entities|catalog)\//.test(place));
  return [
    `busy ${figure(all - idle, 0)} ms of ${figure(all, 0)} ms`,
    table(['package', 'share %'], shares(top([...packages]))),
    table(
      ['function of our own', 'with what it calls %', 'alone %'],
      shares(top(own.map(([place, { self, total }]) => [place, total, self]))),
    ),
    table(['any function', 'alone %'], shares(top(real.map(([place, { self }]) => [place, self])))),
  ].join('\n\n');
}

const pathOf = (url) => url.replace(/^file:\/\//, '').replace(`${root}/`, '');

function placeOf({ functionName, url, lineNumber }) {
  const name = functionName || '(anonymous)';
  return url ? `${name} ${pathOf(url)}:${lineNumber + 1}` : name;
}

function packageOf({ url }) {
  if (!url) return undefined;
  if (url.startsWith('node:')) return 'node';
  const path = pathOf(url);
  const [, foreign] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return (
    foreign ??
    path
      .split('/')
      .slice(0, path.startsWith('apps/') ? 2 : 1)
      .join('/')
  );
}
