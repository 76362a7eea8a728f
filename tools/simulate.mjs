import { requireSource } from './from-source.mjs';
import { course, situationOf } from './simulate/designation.mjs';
import { inProcess } from './simulate/engine.mjs';
import { Ladders } from './simulate/ladders.mjs';
import { readOptions } from './simulate/options.mjs';

/**
 * `npm run simulate -- QD-9.1 --accepted 2026-01-05 --supplement 2026-01-09..2026-01-21 --result fail`: prints, without a server, every date and every
 * message that such a case would produce, by the catalogue as it stands in the files and by the product's own workflow code. For whoever
 * maintains the catalogue to look at a ladder before publishing it.
 */
const receiverWords = { holder: '承办人', head: '科室负责人', leader: '分管领导', supervise: '督办' };
const stateWords = { running: '计时中', paused: '暂停', met: '按期', overrun: '逾期', cancelled: '不再计时' };
const outcomeWords = {
  completed: '办结',
  notAccepted: '不予受理',
  rejected: '不予办理',
  cancelled: '撤销',
  terminated: '终止',
};
const line = (on, kind, words) => console.log(`${on}  ${kind}  ${words}`);

try {
  const options = readOptions(process.argv.slice(2));
  const { SituationRun, clock } = inProcess();
  const { loadCatalog, loadSituations } = requireSource('catalog', 'index.ts');
  const domain = requireSource('domain', 'index.ts');
  const catalog = loadCatalog();
  const item = catalog.published(options.code);
  if (!item) throw new Error(`没有事项 ${options.code}`);
  const { rules } = catalog.rules(options.code);
  const named = loadSituations().filter((one) => one.item === options.code);
  const chosen = options.situation && named.find(({ id }) => id === options.situation);
  if (!chosen && item.story !== 'designationAssessment')
    throw new Error(`请用 --situation 选一个情形：${named.map(({ id }) => id).join('、')}`);
  await simulate(new SituationRun(chosen || situationOf(item, rules, options), clock), domain, (state) =>
    chosen ? chosen.steps : course(rules, options, state),
  );
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function simulate(run, domain, stepsOf) {
  const { projectRows } = domain;
  const ladders = new Ladders();
  let before;
  const tellRungs = (until) => {
    for (const { clockId, rung, on, receivers, sms } of ladders.fall(until))
      line(
        on,
        '催督',
        `${before.clocks[clockId].name}（${rung}）→ ${receivers.map((one) => receiverWords[one]).join('、')}${sms ? '，并发短信' : ''}`,
      );
  };
  const took = ({ events, refusal }, what) => {
    if (refusal) return line(what.on, '不予', `${what.act}：${refusal}`);
    const state = run.state;
    for (const event of events) tellEvent(event, state);
    const { rungs, messages } = projectRows(before, state, events);
    before = state;
    ladders.take(state, rungs);
    for (const { to, text } of messages)
      line(what.on, '消息', `→ ${to.applicant ? '申请人' : (to.account ?? to.unit)}：${text}`);
  };
  took(await run.open(), { on: run.state.receivedOn, act: '收件' });
  let index = 0;
  for (const step of stepsOf(() => run.state)) {
    tellRungs(`${step.on}T02:00:00.000Z`);
    took(await run.play(step, index++), step);
  }
  tellRungs('9999-12-31');
  console.log('\n期限');
  for (const one of Object.values(run.state.clocks))
    line(
      one.dueOn,
      stateWords[one.state],
      `${one.name}：自 ${one.startedOn}${one.endedOn ? `，止于 ${one.endedOn}，用 ${one.used} 天` : ''}`,
    );
}

/** Events that set a date or put something on paper. */
function tellEvent({ type, data, occurredOn }, { clocks }) {
  const name = clocks[data.id]?.name;
  if (type === 'clockStarted') line(occurredOn, '起算', `${data.clock.name}，截止 ${data.clock.dueOn}`);
  else if (type === 'clockRedated') line(occurredOn, '改期', `${name}，截止 ${data.dueOn}`);
  else if (type === 'clockEnded') line(data.endedOn, '终止', `${name}：${stateWords[data.state]}，用 ${data.used} 天`);
  else if (type === 'documentIssued')
    line(occurredOn, '文书', `${data.document.name} ${data.document.documentNo.slice(-3)}`);
  else if (type === 'pauseOpened') line(occurredOn, '暂停', data.pause.legalBasis);
  else if (type === 'taskOpened') line(occurredOn, '环节', data.task.name);
  else if (type === 'concluded')
    line(occurredOn, '办结', `${outcomeWords[data.outcome]}${data.reason ? `：${data.reason}` : ''}`);
}
