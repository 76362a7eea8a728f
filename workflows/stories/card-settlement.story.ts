import type { SettlementShares, StepResult } from '@due-process/contracts';
import type { CaseFile } from '../kernel/case-file';

type Entered = Record<string, unknown>;

/**
 * 持卡联网结算 (YT-4 四): the hospital sends the visit's costs and settles it with the patient at the counter, basic insurance, serious-illness insurance and supplementary insurance in one
 * settlement. What the platform does not settle comes back to the hospital: corrected and sent again, or left unsettled with the reason.
 */
export async function cardSettlement(file: CaseFile): Promise<void> {
  await file.intake();
  let costs: Entered = file.form;
  for (let attempt = 1; ; attempt++) {
    const nth = attempt === 1 ? '' : `#${attempt}`;
    const settled = await file.effect(
      'settleCard',
      { costs: visitOf(costs), shares: sharesOf(file) },
      `effect:settleCard${nth}`,
    );
    if (settled.action === 'done') return finish(file, settled);
    const corrected = await file.task('correctSettlement', `correctSettlement${nth}`);
    costs = { ...costs, ...corrected.input };
  }
}

function finish(file: CaseFile, { input }: StepResult): void {
  const { visitKind, hospital } = file.form;
  file.document('settlementSheet', { ...input, insured: insuredKind(file), visit: visitKind, hospital });
  file.conclude();
}

const fen = (value: unknown): number => Number(value ?? 0);

const visitOf = ({ visitKind, hospital, classAFen, classBFen, outsideFen }: Entered) => ({
  visit: visitKind === 'outpatient' ? 'outpatient' : 'inpatient',
  hospital: String(hospital ?? ''),
  classAFen: fen(classAFen),
  classBFen: fen(classBFen),
  outsideFen: fen(outsideFen),
});

const insuredKind = (file: CaseFile): 'employee' | 'resident' =>
  file.state.applicant.kind === 'resident' ? 'resident' : 'employee';

/** The shares of the patient's kind; the guide prints none, so the catalogue marks them as its own. */
function sharesOf(file: CaseFile): SettlementShares {
  const insured = insuredKind(file);
  const param = (name: string): number => fen(file.params[`${insured}${name}`]);
  return {
    insured,
    classBFirst: fen(file.params.classBFirst),
    deductibleFen: param('DeductibleFen'),
    basic: param('Basic'),
    seriousFromFen: param('SeriousFromFen'),
    serious: param('Serious'),
    supplementary: param('Supplementary'),
  };
}
