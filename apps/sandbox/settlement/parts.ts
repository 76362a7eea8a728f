import type { SettlementParts, SettlementShares, VisitCosts } from '@due-process/contracts';

type Parts = Omit<SettlementParts, 'settlementNo'>;

/**
 * One visit in three parts. Only costs within the rules are shared: class A whole, class B less what the patient bears first; what lies outside stays
 * with the person. Each part takes from what the one before it left; all are whole fen, and together with the person's own they are the total.
 */
export function settle(costs: VisitCosts, shares: SettlementShares): Parts {
  const { classAFen, classBFen, outsideFen } = costs;
  const totalFen = classAFen + classBFen + outsideFen;
  const withinRulesFen = classAFen + classBFen - Math.round(classBFen * shares.classBFirst);
  const covered = Math.max(withinRulesFen - shares.deductibleFen, 0);
  const basicFen = Math.round(covered * shares.basic);
  const afterBasic = withinRulesFen - basicFen;
  const seriousFen = Math.round(Math.max(afterBasic - shares.seriousFromFen, 0) * shares.serious);
  const supplementaryFen = Math.round((afterBasic - seriousFen) * shares.supplementary);
  const personalFen = totalFen - basicFen - seriousFen - supplementaryFen;
  return { totalFen, withinRulesFen, basicFen, seriousFen, supplementaryFen, personalFen };
}
