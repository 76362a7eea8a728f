import { applicant, listNo, pushed, registerSays } from '../support/benefits';
import { clerks, type Clerk } from '../support/clerk';
import { printed } from '../support/printed';
import { sandbox } from '../support/sandbox';
import { isConcluded } from '../support/transfers';
import { until } from '../support/until';
import { problemOf } from '../support/views';

/** 免申即享 (QD-8.1): the department that identifies persons in need pushes a list; each line becomes one case, and nobody applies. */
let window: Clerk;
beforeAll(async () => {
  await sandbox.noFaults();
  [window] = await clerks('qd-window');
});
afterEach(() => sandbox.noFaults());

interface Told {
  lines: number;
  opened: number;
  refused: number;
  waiting: number;
  repeated?: boolean;
  answers?: {
    line: number;
    state: string;
    caseNo: string | null;
    reason: string | null;
    outcome: string | null;
    outcomeReason: string | null;
  }[];
}
const lineOf = (line: number, person = applicant('aidRecipient')) => ({
  line,
  name: person.name,
  idNumber: person.idNumber,
  phone: person.phone,
  office: 'jimo',
  category: '最低生活保障对象',
  year: 2026,
  amountFen: 39_500,
});
const list = (no: string, lines: object[]) => ({
  listNo: no,
  kind: 'aidSubsidy',
  toAgency: '370200',
  department: '青岛市民政局',
  issuedOn: '2026-01-15',
  lines,
});
const push = (body: object, signer?: string) => pushed<Told>('POST', '/api/exchange/lists', body, signer);
const told = async (no: string): Promise<Told> => (await pushed<Told>('GET', `/api/exchange/lists/${no}`)).body;
const settled = (no: string) =>
  until(
    'every line',
    () => told(no),
    ({ waiting }) => waiting === 0,
    30,
  );

it('opens one case for each good line, records the subsidy, concludes it, and tells the sender', async () => {
  const no = listNo();
  const answer = await push(list(no, [lineOf(1), lineOf(2), lineOf(3)]));
  expect([answer.status, answer.body.repeated]).toEqual([202, false]);
  const { opened, answers } = await settled(no);
  expect(opened).toBe(3);
  for (const { caseNo } of answers ?? []) {
    const closed = await window.waitFor(caseNo!, 'the end', isConcluded);
    expect([closed.channel, closed.outcome, closed.office.id]).toEqual(['pushed', 'completed', 'jimo']);
    expect(await printed(window, closed, 'conclusionNotice')).toContain('个人缴费补贴');
  }
  expect((await told(no)).answers?.map(({ outcome }) => outcome)).toEqual(['completed', 'completed', 'completed']);
});

it('opens nothing twice: the same list again, five at once, and the same person on another list', async () => {
  const person = applicant('aidRecipient');
  const body = list(listNo(), [lineOf(7, person)]);
  const answers = await Promise.all(Array.from({ length: 5 }, () => push(body)));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
  const first = await settled(body.listNo);
  expect([first.lines, first.opened]).toEqual([1, 1]);
  const other = listNo();
  await push(list(other, [lineOf(1, person)]));
  const second = await settled(other);
  expect(second.answers?.[0]).toMatchObject({ state: 'refused', caseNo: null });
  expect(second.answers?.[0]?.reason).toContain(first.answers?.[0]?.caseNo);
  expect(problemOf(await push({ ...body, department: '另一部门' })).code).toBe('LIST_CHANGED');
});

it('sends a bad line back with its reason while the others go on', async () => {
  const no = listNo();
  const bad = { ...lineOf(2), idNumber: '370602199001010000' };
  const free = { ...lineOf(3), amountFen: 0 };
  await push(list(no, [lineOf(1), bad, free]));
  const { opened, refused, answers } = await settled(no);
  expect([opened, refused]).toEqual([1, 2]);
  expect(answers?.[1]).toMatchObject({ line: 2, state: 'refused' });
  expect(answers?.[1]?.reason).toContain('身份证');
  expect(answers?.[2]?.reason).toContain('subsidyFen');
});

it('verifies the person: whom the platform does not know, a clerk refuses, and the sender reads why', async () => {
  const person = applicant('aidRecipient');
  await registerSays(person.idNumber, 'aidPerson', 'none');
  const no = listNo();
  await push(list(no, [lineOf(1, person)]));
  const caseNo = (await settled(no)).answers?.[0]?.caseNo ?? '';
  expect((await window.case(caseNo)).tasks[0]?.stage).toBe('intake');
  await window.act(caseNo, 'refuse', { input: { reason: '名单与平台登记不符' } });
  const [line] = (await told(no)).answers ?? [];
  expect(line).toMatchObject({ outcome: 'notAccepted' });
  expect(line?.outcomeReason).toContain('名单与平台登记不符');
});

it('believes signatures only, and knows its own lists only', async () => {
  const body = list(listNo(), [lineOf(1)]);
  expect((await push(body, '370600')).status).toBe(401);
  expect(problemOf(await pushed('GET', `/api/exchange/lists/${listNo()}`)).code).toBe('LIST_UNKNOWN');
  const doubled = await push(list(listNo(), [lineOf(1), lineOf(1)]));
  expect(problemOf(doubled).errors[0]).toMatchObject({ field: 'lines.1.line' });
});

it('is opened at no counter: nobody applies', async () => {
  const answer = await window.open({
    itemCode: 'QD-8.1',
    officeId: 'jimo',
    channel: 'pushed',
    applicant: applicant('aidRecipient'),
    form: { aidCategory: '最低生活保障对象', subsidyYear: 2026, subsidyFen: 39_500 },
    materials: [],
  });
  expect([answer.status, problemOf(answer).code]).toEqual([403, 'ACCESS_DENIED']);
});
