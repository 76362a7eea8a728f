import { CaseBench } from './testing/case-bench';
import { applicationOf, peopleOf, startOf } from './testing/people';

describe('a case as a workflow', () => {
  let bench: CaseBench;
  const { window, finance } = peopleOf('370600');

  beforeAll(async () => {
    bench = await CaseBench.start(startOf('YT-2.2').calendar);
  });
  afterAll(() => bench?.stop());

  it('plays a transfer out from the application to the account, one record a command', async () => {
    const start = startOf('YT-2.2');
    const file = await bench.open(start, applicationOf(start));
    expect(bench.journal.calls).toBe(1);
    await file.act(window, 'accept');
    await file.letter({ letterNo: 'QD-L-0001', type: 'contactLetter' }, '2026-01-12');
    await file.act(window, 'sendInformationForm', { paidMonths: 12, accountBalanceFen: 100 });
    await file.act(finance, 'settleAccount', { treatment: 'transfer', amountFen: 100 });
    expect(await file.handle.result()).toEqual({ caseNo: start.caseNo, outcome: 'completed' });
  });
});
