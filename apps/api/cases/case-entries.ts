import {
  yuan,
  type CaseEntry,
  type CaseState,
  type FieldRule,
  type Named,
  type StepResult,
} from '@due-process/contracts';
import { auditOf, isAudit, payableOf, stageName } from '@due-process/domain';

type Line = CaseEntry['lines'][number];

/** What the case asked to be done outside or in its own set of payments, named as it came back. */
const effectNames: Readonly<Record<string, string>> = {
  coreRecord: '核心平台退回',
  payBenefit: '银行退回',
  settleAccount: '银行退回',
  registerTransferIn: '核心平台退回',
  paySet: '银行退回',
  openCase: '自动登记未成',
  deducted: '扣减没有登记',
  payee: '账户没有更正',
};

function words(rule: FieldRule, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (rule.type === 'amountFen' && typeof value === 'number') return yuan(value);
  if (typeof value === 'object') {
    if ('masked' in value) return String(value.masked);
    return 'name' in value ? String(value.name) : undefined;
  }
  return rule.options?.find((option) => option.value === value)?.label ?? String(value);
}

/** What the figures come to, so that nobody adds them up by hand. */
function sums(input: Readonly<Record<string, unknown>>): Line[] {
  const line = (label: string, fen: number): Line => ({ label, value: yuan(fen) });
  const { claimedFen, auditedFen } = auditOf(input);
  const payableFen = payableOf(input);
  return [
    ...(isAudit(input) ? [line('费用合计', claimedFen), line('审核金额', auditedFen)] : []),
    ...(payableFen > 0 ? [line('支付合计', payableFen)] : []),
  ];
}

/** Fields of the stage's action as they were filled; a list of papers is told by its notice. */
function entered(state: CaseState, { key, action, input }: StepResult): { stage: string; lines: Line[] } | undefined {
  const stage = state.rules.stages.find(({ id }) => key === id || key.startsWith(`${id}#`) || key.startsWith(`${id}:`));
  const fields = stage?.actions.find(({ id }) => id === action)?.input ?? [];
  const lines = fields.flatMap((field): Line[] => {
    const value = field.type === 'materials' ? undefined : words(field, input[field.id]);
    return value === undefined ? [] : [{ label: field.label, value }];
  });
  return stage && lines.length > 0
    ? { stage: stageName(state, stage.id), lines: [...lines, ...sums(input)] }
    : undefined;
}

function sentBack({ key, action, input }: StepResult): { stage: string; lines: Line[] } | undefined {
  const [, effect = ''] = /^(?:effect|set):([A-Za-z]+)/.exec(key) ?? [];
  const stage = action === 'rejected' ? effectNames[effect] : undefined;
  return stage ? { stage, lines: [{ label: '原因', value: String(input.reason ?? '未说明') }] } : undefined;
}

/** 各环节填写的内容, in the order of their doing: who settles sees what was audited, who pays again sees why the bank refused. */
export function caseEntries(state: CaseState, named: (id: string) => Named): CaseEntry[] {
  return Object.values(state.steps)
    .toSorted((a, b) => a.order - b.order)
    .flatMap((step): CaseEntry[] => {
      const said = entered(state, step) ?? sentBack(step);
      if (!said) return [];
      const by = step.by === 'system' ? {} : { by: named(step.by) };
      return [{ key: step.key, on: step.on, ...said, ...by }];
    });
}
