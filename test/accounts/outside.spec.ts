import { required } from '../support/environment';
import { clerks, type Clerk } from '../support/clerk';
import { demoCitizen, demoEmployer, somebody } from '../support/persons';
import { application, open, QINGDAO } from '../support/transfers';
import { caseOf, problemOf, type CaseView } from '../support/views';

interface Line {
  caseNo: string;
  stateWords: string;
  todo: string | null;
}

let citizen: Clerk, employer: Clerk, school: Clerk, hospital: Clerk, window: Clerk;
beforeAll(async () => {
  [citizen, employer, school, hospital, window] = await clerks(
    'person-demo',
    'employer-demo',
    'school-demo',
    'inst-demo',
    'yt-window',
  );
});

const mine = async (who: Clerk): Promise<Line[]> =>
  (await who.get<{ cases: Line[] }>('/api/portfolio?limit=100')).body.cases;
const line = async (who: Clerk, caseNo: string): Promise<Line | undefined> =>
  (await mine(who)).find((one) => one.caseNo === caseNo);
const refusal = async (answer: Promise<{ status: number; body: unknown; headers: Headers; took: number }>) => {
  const { status, code } = problemOf(await answer);
  return `${status} ${code}`;
};
/** A transfer out for which the person applies online; nobody of the agency has seen it yet. */
const applied = async (given: Record<string, unknown> = {}): Promise<CaseView> =>
  caseOf(
    await citizen.open(
      application('YT-2.2', { place: QINGDAO, person: somebody('司徒慧'), channel: 'online', materials: [], ...given }),
    ),
  );

async function uploaded(who: Clerk): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), '身份证.pdf');
  const answer = await fetch(`${required('API_URL')}/api/uploads`, {
    method: 'POST',
    body: form,
    headers: { cookie: who.cookie },
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

describe('an application from outside the agency', () => {
  it('lies at the window to be taken, and is taken by whoever claims it', async () => {
    const { caseNo, state } = await applied();
    expect(state).toBe('awaitingIntake');
    const list = await window.get<{ cases: { caseNo: string }[] }>(`/api/worklist?tab=awaitingIntake&q=${caseNo}`);
    expect(list.body.cases.map((one) => one.caseNo)).toEqual([caseNo]);
    expect((await window.act(caseNo, 'claim')).state).toBe('received');
  });

  it('is followed by whoever made it, who supplies what is missing, with files, and learns the name of no clerk', async () => {
    const { caseNo } = await applied();
    await window.act(caseNo, 'claim');
    await window.act(caseNo, 'requestSupplement', { input: { asked: '请补交身份证' } });
    expect(await line(citizen, caseNo)).toMatchObject({ stateWords: '待补正', todo: '补正材料' });
    const { messages } = (await citizen.get<{ messages: { caseNo: string; kind: string }[] }>('/api/inbox')).body;
    expect(messages.filter((one) => one.caseNo === caseNo).map(({ kind }) => kind)).toEqual(['supplementRequested']);
    const file = await uploaded(citizen);
    const attached = await citizen.post(`/api/cases/${caseNo}/uploads`, { uploads: { applicantIdentity: [file] } });
    expect(attached.status).toBe(200);
    const supplied = await citizen.act(caseNo, 'receiveSupplement', { input: { materials: ['applicantIdentity'] } });
    expect(supplied.materials[0]?.status).toBe('received');
    expect((await window.act(caseNo, 'accept')).state).toBe('accepted');
    const seen = await citizen.case(caseNo);
    const course = await citizen.timeline(caseNo);
    expect(course.map(({ label }) => label)).toEqual(expect.arrayContaining(['收件', '受理']));
    for (const told of [JSON.stringify(seen), JSON.stringify(course)]) {
      expect(told).not.toContain('窗口经办甲');
      expect(told).not.toContain('yt-window');
    }
  });

  it('is cancelled by whoever made it, and by no other applicant', async () => {
    const { caseNo } = await applied();
    expect(
      await refusal(employer.attempt(caseNo, 'cancelApplication', { version: 1, input: { reason: '不办了' } })),
    ).toBe('404 NOT_FOUND');
    const cancelled = await citizen.act(caseNo, 'cancelApplication', { input: { reason: '本人不再办理' } });
    expect(cancelled.state).toBe('cancelled');
  });

  it('leaves the agency’s own acts to the agency', async () => {
    const { caseNo, actions } = await applied({ materials: ['applicantIdentity'] });
    expect(actions.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual([
      'saveForm',
      'cancelApplication',
    ]);
    expect(await refusal(citizen.attempt(caseNo, 'accept'))).toBe('403 ACCESS_DENIED');
    expect(await refusal(citizen.attempt(caseNo, 'note', { input: { text: '请快一点' } }))).toBe('403 ACCESS_DENIED');
  });
});

describe('what an outside account may see', () => {
  it('is its own cases, not those of others, and no list of the agency', async () => {
    const { caseNo } = await applied();
    expect((await employer.get(`/api/cases/${caseNo}`)).status).toBe(404);
    expect((await hospital.get(`/api/cases/${caseNo}/timeline`)).status).toBe(404);
    expect(await line(employer, caseNo)).toBeUndefined();
    for (const path of ['/api/worklist', '/api/worklist/counts', '/api/colleagues', '/api/supervision/board'])
      expect([path, (await citizen.get(path)).status]).toEqual([path, 403]);
    expect((await citizen.ask('GET', `/api/inbox/stream?watch=${caseNo.replace(/^370600/, '370200')}`)).status).toBe(
      404,
    );
  });

  it('is also what was registered about it at the window', async () => {
    const { caseNo } = await open(window, 'YT-2.1', { place: QINGDAO, person: demoCitizen, materials: [] });
    expect(await line(citizen, caseNo)).toMatchObject({ stateWords: '已接件' });
    await citizen.act(caseNo, 'cancelApplication', { input: { reason: '本人不再办理' } });
    expect((await window.case(caseNo)).outcome).toBe('cancelled');
  });
});

describe('what an outside account may register', () => {
  const person = () => somebody('司徒慧');

  it('is what its kind applies for, by the channels that are its own', async () => {
    const own = application('YT-2.2', { place: QINGDAO, person: person(), channel: 'online' });
    expect(await refusal(employer.open(own))).toBe('403 ACCESS_DENIED');
    expect(await refusal(citizen.open({ ...own, channel: 'window' }))).toBe('403 ACCESS_DENIED');
  });

  it('is in the region of its own agency, for organisations', async () => {
    const elsewhere = application('QD-3.1', { place: QINGDAO, person: person(), channel: 'online' });
    expect(problemOf(await school.open(elsewhere)).detail).toBe('该事项由其他统筹地区办理');
  });

  it('is not accepted by itself, nor with a date of long ago', async () => {
    const own = application('YT-2.2', { place: QINGDAO, person: person(), channel: 'online' });
    expect(problemOf(await citizen.open({ ...own, acceptNow: true })).detail).toBe(
      '是否受理由经办机构决定，请先提交申请',
    );
    expect(await refusal(citizen.open({ ...own, receivedAt: '2026-01-05' }))).toBe('403 DATE_NOT_PERMITTED');
  });

  it('is only about oneself where nobody of the agency looks at it', async () => {
    const query = (applicant: object) =>
      citizen.open({
        itemCode: 'QD-2.3',
        officeId: 'shinan',
        channel: 'online',
        applicant,
        form: {},
        materials: [],
        acceptNow: true,
      });
    const self = caseOf(await query(demoCitizen));
    expect(self.state).toBe('concluded');
    expect(problemOf(await query({ ...person(), kind: 'employee' })).detail).toMatch(/^自助办理只限本人/);
  });

  it('is judged like any other registration: an employer that asks for its own record has its answer at once', async () => {
    const asked = {
      itemCode: 'YT-3.1',
      officeId: 'zhifu',
      channel: 'online',
      applicant: demoEmployer,
      form: {},
      materials: ['sealedEmployeeList'],
      acceptNow: true,
    };
    const answered = caseOf(await employer.open(asked));
    expect(answered.outcome).toBe('completed');
    const other = { ...demoEmployer, name: '青岛演示用人单位', idNumber: '12370200MADEMD002J' };
    expect(problemOf(await employer.open({ ...asked, applicant: other })).detail).toMatch(/本单位/);
  });
});
