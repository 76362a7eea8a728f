import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { EffectName, EffectResult } from '@due-process/contracts';
import { loadSituations, type Situation } from '@due-process/catalog';
import type { CaseBench } from './case-bench';
import type { CaseOnBench } from './case-on-bench';
import type { Play } from './plays';
import { SituationScript, type SituationStep } from './situation-script';

/**
 * The catalogue's situations as plays on an engine: what is refused is left out, the outside answers as the situation says, and days that merely pass
 * have passed already, for every act carries its true date. Where that takes a step away (the days of an objection are over), the play stops there; a case
 * that is still open is brought to its end.
 */
type PlayStep = Play['steps'][number];

const stopped = new WeakSet<CaseOnBench>();
let serial = 0;
function playOf(situation: Situation): Play {
  const numbered = () => new SituationScript(situation, `37060000220260302${String(++serial).padStart(5, '0')}0`);
  const script = numbered();
  const steps = situation.steps.flatMap((step, index): PlayStep[] => {
    if (step.expect?.refused || (!step.act && !step.letter)) return [];
    const answers = answersAfter(situation.steps, index);
    return [
      async (file, bench) => {
        if (stopped.has(file)) return;
        answerNext(bench, answers);
        try {
          if (step.act) await act(file, script, step);
          else await letter(file, step);
        } catch (error) {
          if (!(error instanceof WorkflowUpdateFailedError)) throw error;
          stopped.add(file);
        }
      },
    ];
  });
  return {
    name: `${script.rules.story}.${situation.id}`,
    start: () => numbered().start,
    application: script.opening(),
    steps: [...steps, finish(script)],
  };
}

/** What the outside is asked for after this step and before the next act or letter. */
function answersAfter(steps: SituationStep[], index: number): SituationStep[] {
  const rest = steps.slice(index + 1);
  const next = rest.findIndex((step) => (step.act && !step.expect?.refused) || step.letter);
  return (next < 0 ? rest : rest.slice(0, next)).filter((step) => step.effect);
}

function answerNext(bench: CaseBench, answers: SituationStep[]): void {
  for (const name of new Set(answers.map((step) => step.effect as EffectName))) {
    const queue = answers.filter((step) => step.effect === name);
    bench.effects[name] = async (): Promise<EffectResult> => {
      const step = queue.shift();
      return { outcome: step?.outcome ?? 'done', data: step?.data ?? {} };
    };
  }
}

function act(file: CaseOnBench, script: SituationScript, step: SituationStep): Promise<unknown> {
  const { actor, action, input, facts } = script.act(step);
  return file.act(actor, action, input, { occurredOn: step.on, ...(facts ? { facts } : {}) });
}

const letter = (file: CaseOnBench, step: SituationStep): Promise<unknown> =>
  file.letter({ letterNo: `from-${file.start.caseNo}`, type: step.letter as never }, step.on);

/** A story that waits for moments that are over (津贴 month by month) has gone through all of them. */
async function timesPassed(file: CaseOnBench, bench: CaseBench): Promise<void> {
  const now = new Date(await bench.env.currentTimeMs()).toISOString();
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const { waits, outcome } = await file.quiet();
    const past = Object.values(waits).some(
      (wait) => wait.kind === 'until' && wait.round === undefined && wait.at <= now,
    );
    if (outcome !== undefined || !past) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const finish =
  (script: SituationScript): PlayStep =>
  async (file, bench) => {
    const head = script.actor();
    await timesPassed(file, bench);
    if (file.told().outcome === undefined) await file.act(head, 'terminate', { reason: '测试到此为止' });
    await file.quiet();
    if (file.told().servedOn === undefined) await file.act(head, 'serve');
    if (!file.told().ended) await file.act(head, 'writeOffPromise', { reason: '测试到此为止' });
  };

/** Of every story its first situation and the one with the most steps. */
export function situationPlays(): Play[] {
  const stories = new Map<string, Situation[]>();
  for (const situation of loadSituations()) {
    const { story } = new SituationScript(situation).rules;
    stories.set(story, [...(stories.get(story) ?? []), situation]);
  }
  return [...stories.values()].flatMap((situations) => {
    const longest = [...situations].sort((a, b) => b.steps.length - a.steps.length)[0];
    return [...new Set([situations[0], longest])].flatMap((one) => (one ? [playOf(one)] : []));
  });
}
