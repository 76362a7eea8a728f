import { yuan, type FactSource, type FactValue } from '@due-process/contracts';
import { benefitSources } from './benefit-sources';
import type { Answer, Source } from './register-source';

const enrolmentWords: Readonly<Record<string, string>> = { enrolled: '正常参保', suspended: '已停保', none: '未参保' };

const enrolmentLine = (status: string, { suspendedOn, insuredSince }: Answer): string => {
  const since = status === 'suspended' ? suspendedOn : insuredSince;
  const words = enrolmentWords[status] ?? status;
  return typeof since === 'string' ? `${words}（自 ${since}）` : words;
};

/** By the name that the catalogue's facts use. */
export const FACT_SOURCES: Readonly<Record<Exclude<FactSource, 'application' | 'derived'>, Source>> = {
  enrolment: {
    name: '核心经办平台',
    path: '/core/enrolment/query',
    keeps: ['suspendedOn', 'insuredSince', 'paidMonths', 'accountBalanceFen', 'kind'],
    words: enrolmentLine,
  },
  /** 个人权益记录: YT-3.2, QD-2.3. */
  insuranceRecord: {
    name: '核心经办平台',
    path: '/core/insurance-record/query',
    keeps: ['suspendedOn', 'insuredSince', 'kind', 'employer', 'baseFen', 'paidMonths', 'accountBalanceFen', 'periods'],
    words(status, answer) {
      return `${enrolmentLine(status, answer)}，累计缴费 ${Number(answer.paidMonths ?? 0)} 个月`;
    },
  },
  /** 个人账户: QD-2.1, YT-3.3. */
  personalAccount: {
    name: '核心经办平台',
    path: '/core/personal-account/query',
    keeps: ['accountBalanceFen', 'payoutAccount', 'kind'],
    words: (status, { accountBalanceFen, payoutAccount }) =>
      status === 'open'
        ? `余额 ${yuan(Number(accountBalanceFen ?? 0))}，收款账户：${String(payoutAccount ?? '未登记')}`
        : status === 'closed'
          ? '个人账户已结清'
          : '没有个人账户',
  },
  /** 异地就医备案: whether one is in force, and for which place and hospital. */
  outOfTownFiling: {
    name: '核心经办平台',
    path: '/core/out-of-town-filing/query',
    keeps: ['filingKind', 'place', 'placeName', 'hospital', 'validFrom', 'validUntil', 'recordNo'],
    words: (status, { placeName, validUntil }) =>
      status === 'none'
        ? '没有异地就医备案'
        : `异地就医备案${status === 'valid' ? '有效' : '已失效'}${placeName ? `：${String(placeName)}` : ''}${validUntil ? `，至 ${String(validUntil)}` : ''}`,
  },
  ...benefitSources,
  /** 单位参保缴费信息: YT-3.1, QD-2.2. */
  employerRecord: {
    name: '核心经办平台',
    path: '/core/employer-record/query',
    keeps: ['registeredOn', 'insuredCount', 'paidThrough', 'owedFen', 'months'],
    words: (status, { insuredCount, registeredOn }) =>
      status === 'registered'
        ? `已参保登记（自 ${String(registeredOn)}），参保 ${Number(insuredCount)} 人`
        : '未参保登记',
  },
  /** 死亡信息共享: QD-2.1 五. */
  deathRecord: {
    name: '数据共享平台',
    path: '/core/death-record/query',
    keeps: ['diedOn'],
    words: (status, { diedOn }) =>
      status === 'registered'
        ? `已登记死亡${typeof diedOn === 'string' ? `（${diedOn}）` : ''}`
        : '数据共享未查到死亡信息',
  },
};

/** What is kept of an answer: plain values, and tables of plain values. */
export function factsOf({ keeps }: Source, answer: Answer): Record<string, FactValue> {
  return Object.fromEntries(
    keeps.flatMap((name): [string, FactValue][] => {
      const value = answer[name];
      if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
      return Array.isArray(value) && value.every(isRow) ? [[name, value]] : [];
    }),
  );
}

const isRow = (row: unknown): row is Record<string, string | number> =>
  typeof row === 'object' &&
  row !== null &&
  !Array.isArray(row) &&
  Object.values(row).every((value) => typeof value === 'string' || typeof value === 'number');
