import type { Basis, ItemPublished } from '@due-process/contracts';
import { limitText, whenWords } from './fact-words';

/** One fact as it is shown: what it says, and where it comes from. */
export interface Fact {
  key: string;
  text: string;
  detail?: string;
  basis: Basis;
}
export interface FactSection {
  title: string;
  facts: Fact[];
}

const joined = (parts: (string | undefined)[]): string => parts.filter(Boolean).join('；');
const details = (...parts: (string | undefined)[]): { detail?: string } => {
  const text = joined(parts);
  return text ? { detail: text } : {};
};

const named = (list: readonly { id: string; name: string; basis: Basis }[]): Fact[] =>
  list.map(({ id, name, basis }) => ({ key: id, text: name, basis }));
const stated = (list: readonly { text: string; basis: Basis }[]): Fact[] =>
  list.map(({ text, basis }, at) => ({ key: String(at), text, basis }));

/** Every fact of the item in the order of the guide's sections; what is ours stands in its place and is marked by its basis. */
export function sectionsOf(item: ItemPublished): FactSection[] {
  const ours: Basis = { section: '系统设定', own: true };
  const sections: FactSection[] = [
    { title: '服务对象', facts: [...stated(item.objects), ...named(item.applicantKinds)] },
    {
      title: '办理渠道',
      facts: item.channels.map(({ id, name, text, open, basis }) => ({
        key: id,
        text: open ? name : `${name}（尚未开通）`,
        ...details(text === name ? undefined : text),
        basis,
      })),
    },
    { title: '办理情形', facts: named(item.variants) },
    {
      title: '办理流程',
      facts: [
        ...(item.process.condition ? stated([item.process.condition]) : []),
        ...item.process.steps.map(({ text, basis }, at) => ({ key: `step-${at}`, text: `${at + 1}. ${text}`, basis })),
      ],
    },
    {
      title: '申请材料',
      facts: item.materials.map(({ id, name, alternatives, when, promisable, shareable, basis }) => ({
        key: id,
        text: name,
        ...details(
          alternatives?.length ? `下列任一：${alternatives.map((one) => one.name).join('、')}` : undefined,
          whenWords(item, when),
          promisable ? '可告知承诺' : undefined,
          shareable ? '可由数据共享取得' : undefined,
        ),
        basis,
      })),
    },
    {
      title: '办理时限',
      facts: [
        ...stated([item.limitStatement]),
        ...item.limits.map((limit) => ({
          key: limit.id,
          text: limitText(limit),
          ...details(whenWords(item, limit.when)),
          basis: limit.basis,
        })),
      ],
    },
    { title: '查询', facts: [...(item.query.text ? stated([item.query.text]) : []), ...named(item.query.channels)] },
    {
      title: '核查事实',
      facts: item.facts.map(({ id, name, refusal, basis }) => ({
        key: id,
        text: name,
        ...details(`不符合时告知：${refusal}`),
        basis,
      })),
    },
    {
      title: '申请表',
      facts: item.form.map(({ id, label, required, when, basis }) => ({
        key: id,
        text: required ? label : `${label}（选填）`,
        ...details(whenWords(item, when)),
        basis: basis ?? ours,
      })),
    },
    { title: '环节', facts: named(item.stages) },
    {
      title: '暂停计时事由',
      facts: item.pauses.map(({ cause, name, legalBasis, basis }) => ({
        key: cause,
        text: name,
        ...details(legalBasis),
        basis,
      })),
    },
    { title: '文书', facts: item.documents.map(({ type, name, basis }) => ({ key: type, text: name, basis })) },
    { title: '办理结果', facts: named(item.outcomes) },
    {
      title: '服务质量',
      facts: item.quality.points.map((text, at) => ({ key: String(at), text, basis: item.quality.basis })),
    },
    { title: '说明', facts: stated(item.notes) },
  ];
  return sections.filter(({ facts }) => facts.length > 0);
}
