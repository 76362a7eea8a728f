import { clerks, type Clerk } from '../support/clerk';
import { addDays, nextWorkingDays } from '../support/days';
import { today } from '../support/deadlines';
import { open, QINGDAO } from '../support/transfers';
import { problemOf } from '../support/views';

interface Order {
  orderNo: string;
  addressee: string;
  reply: string | null;
  replyBy: string;
  objectBy: string;
  repliedByName: string | null;
}
interface Message {
  kind: string;
  text: string;
  caseNo: string | null;
}

let supervisor: Clerk, holder: Clerk, colleague: Clerk, head: Clerk, elsewhere: Clerk;
beforeAll(async () => {
  [supervisor, holder, colleague, head, elsewhere] = await clerks(
    'yt-supervise',
    'yt-window',
    'yt-window2',
    'yt-head',
    'qd-head',
  );
});

const write = { level: 'order', text: '请说明进展' };
const ordersOf = async (who: Clerk, caseNo: string, open = true): Promise<Order[]> =>
  (await who.get<{ orders: Order[] }>(`/api/supervision/orders?open=${String(open)}&caseNo=${caseNo}`)).body.orders;
const told = async (who: Clerk, caseNo: string): Promise<Message[]> =>
  (await who.get<{ messages: Message[] }>('/api/inbox?limit=100')).body.messages.filter((one) => one.caseNo === caseNo);
const answer = (who: Clerk, orderNo: string, reply = '今日办理') =>
  who.post<Order>(`/api/supervision/orders/${orderNo}/answer`, { reply });

async function ordered(claimed: boolean): Promise<{ caseNo: string; order: Order }> {
  const { caseNo } = await open(holder, 'YT-2.2', { place: QINGDAO, materials: [] });
  if (claimed) await holder.act(caseNo, 'claim');
  const issued = await supervisor.post<Order>('/api/supervision/orders', { caseNo, ...write });
  expect(issued.status).toBe(201);
  return { caseNo, order: issued.body };
}

describe('督办单', () => {
  it('is answered within three working days and objected to within five unless a working day is named', async () => {
    const days = await nextWorkingDays(6);
    const { caseNo, order } = await ordered(false);
    expect([order.replyBy, order.objectBy]).toEqual([days[2], days[4]]);
    const named = await supervisor.post<Order>('/api/supervision/orders', { caseNo, ...write, replyBy: days[5] });
    expect([named.status, named.body.replyBy]).toEqual([201, days[5]]);
    // Among any eight days in a row there is one of rest.
    const restDay = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => addDays(today(), n)).find((day) => !days.includes(day));
    const rested = await supervisor.post('/api/supervision/orders', { caseNo, ...write, replyBy: restDay });
    expect(problemOf(rested).errors).toMatchObject([{ field: 'replyBy', message: '答复期限应为工作日' }]);
  });

  it('reaches whoever holds the work, who answers once; the issuer is told', async () => {
    const { caseNo, order } = await ordered(true);
    expect(order).toMatchObject({ addressee: 'yt-window', reply: null });
    expect((await ordersOf(holder, caseNo)).map(({ orderNo }) => orderNo)).toEqual([order.orderNo]);
    expect((await told(holder, caseNo)).map(({ kind }) => kind)).toContain('order');
    const answered = await answer(holder, order.orderNo);
    expect([answered.status, answered.body.reply, answered.body.repliedByName]).toEqual([
      200,
      '今日办理',
      '烟台市窗口经办甲',
    ]);
    expect((await told(supervisor, caseNo)).some(({ text }) => text.includes(order.orderNo))).toBe(true);
    expect(await ordersOf(holder, caseNo)).toEqual([]);
    const again = await answer(holder, order.orderNo, '再答一次');
    expect([again.status, problemOf(again).detail]).toEqual([409, '该督办单已答复']);
    expect((await ordersOf(supervisor, caseNo, false))[0]?.reply).toBe('今日办理');
  });

  it('is not answered by a colleague, nor seen in another agency, nor with nothing', async () => {
    const { caseNo, order } = await ordered(true);
    expect(problemOf(await answer(colleague, order.orderNo)).status).toBe(403);
    expect(problemOf(await answer(elsewhere, order.orderNo)).code).toBe('NOT_FOUND');
    expect(problemOf(await answer(holder, order.orderNo, ' ')).errors[0]?.field).toBe('reply');
    expect((await ordersOf(supervisor, caseNo)).map(({ reply }) => reply)).toEqual([null]);
  });

  it('on work that nobody holds goes to the unit, for which the head answers', async () => {
    const { caseNo, order } = await ordered(false);
    expect(order.addressee).toBe('yantai-shizhi');
    expect((await ordersOf(colleague, caseNo)).map(({ orderNo }) => orderNo)).toEqual([order.orderNo]);
    expect((await answer(head, order.orderNo, '已安排专人办理')).status).toBe(200);
  });
});
