import { temporal } from '@temporalio/proto';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { form } from './testing/inputs';
import { applicationOf, peopleOf, startOf } from './testing/people';

/** What a case knows of a person never stands in the engine's history in the clear (design §7). The people are made up. */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start({ server: 'real', bundle: 'product' });
});
afterAll(() => bench?.stop());

const { window, finance } = peopleOf('370600');
const secrets = {
  name: '欧阳𠮷·测试',
  mask: '欧*·测试',
  idNumber: '110101199003070011',
  reference: 'person-4711',
  subject: 'blind-index-of-the-person',
  account: '6222020200112233445',
  note: '申请人电话 13800138000',
  reason: '申请人要求撤销并留下电话',
  refusal: '当前没有待办，不能办理此操作',
};

async function play(): Promise<CaseOnBench> {
  const start = startOf('YT-2.2', { caseNo: `370600001${Date.now()}777` });
  const file = await bench.open(
    start,
    applicationOf(start, {
      applicant: { personId: secrets.reference, kind: 'employee', masked: secrets.mask, subject: secrets.subject },
      form: {
        otherPlace: { code: '370200', name: '青岛市' },
        bankAccount: { sealed: secrets.account, masked: secrets.name },
      },
    }),
  );
  await file.act(window, 'note', { text: secrets.note });
  await file.act(window, 'accept');
  await file.act(window, 'approve').catch(() => undefined);
  await file.letter(
    { letterNo: `QD-${start.caseNo}`, type: 'contactLetter', body: { name: secrets.name, idNumber: secrets.idNumber } },
    '2024-03-11',
  );
  await file.act(window, 'sendInformationForm', form.information);
  bench.effects.settleAccount = async ({ key }) => {
    if (bench.asked.filter(({ effect }) => effect.key === key).length === 1) throw new Error(secrets.idNumber);
    return { outcome: 'done', data: { name: secrets.name } };
  };
  await file.act(finance, 'settleAccount', { ...form.withdrawal, bankAccount: secrets.account });
  await file.act(window, 'note', { text: secrets.reason });
  await file.quiet();
  await file.act(window, 'serve');
  await file.handle.result();
  return file;
}

describe('the history of a case', () => {
  it('holds no name, number, account or word of a clerk in the clear, and sets no search attribute', async () => {
    const file = await play();
    const history = await file.handle.fetchHistory();
    const bytes = Buffer.from(temporal.api.history.v1.History.encode(history).finish());
    expect(bytes.length).toBeGreaterThan(1000);
    for (const [what, secret] of Object.entries(secrets)) {
      expect({ what, at: bytes.indexOf(secret) }).toEqual({ what, at: -1 });
      expect({ what, at: bytes.indexOf(Buffer.from(secret).toString('base64').slice(0, -4)) }).toEqual({
        what,
        at: -1,
      });
    }
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    expect(started?.searchAttributes?.indexedFields ?? {}).toEqual({});
    expect(history.events?.some((event) => event.upsertWorkflowSearchAttributesEventAttributes)).toBe(false);
    // The same words are there for who has the keys: the search above looked in the right place.
    const told = JSON.stringify(file.told());
    for (const secret of [secrets.mask, secrets.reference, secrets.account, secrets.idNumber])
      expect(told).toContain(secret);
  });
});
