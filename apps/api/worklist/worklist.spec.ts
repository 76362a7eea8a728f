import type { Actor } from '@due-process/contracts';
import { readCursor, writeCursor } from './cursor';
import { lightOf, wordsOf } from './row-words';
import { worklistWhere } from './worklist-query';
import { worklistQuery } from './worklist.schemas';

const actor: Actor = { id: 'yt-window', roles: ['window'], units: ['zhifu'], agency: '370600' };
const day = { today: '2026-03-02', lateBefore: '2026-03-02' };
const where = (query: Record<string, string>) => worklistWhere(actor, worklistQuery.parse(query), day);

describe('a page of the worklist', () => {
  it('stays in the own agency and never carries text of the client in its SQL', () => {
    const hostile = "zhifu' or true --";
    const { where: sql, parameters } = where({
      tab: 'mine',
      unit: hostile,
      item: hostile,
      assignee: hostile,
      light: 'red',
      stage: hostile,
    });
    expect(sql).toMatch(/^agency = \$1 and open and /);
    expect(sql).not.toContain('true --');
    expect(parameters[0]).toBe('370600');
    expect(parameters.filter((value) => value === hostile)).toHaveLength(4);
  });

  it('goes on where the last one ended', () => {
    const after = writeCursor({ sortOn: '2026-03-10', caseNo: '37060000120260302000071' });
    expect(readCursor(after)).toEqual({ sortOn: '2026-03-10', caseNo: '37060000120260302000071' });
    expect(where({ after }).parameters.slice(-2)).toEqual(['2026-03-10', '37060000120260302000071']);
    expect(() => readCursor('MjAyNi0wMy0xMHwx')).toThrow('INPUT_INVALID');
  });

  it('finds a case number by its beginning as a range of digits', () => {
    const { where: sql, parameters } = worklistWhere(actor, worklistQuery.parse({}), day, { prefix: '3706' });
    expect(sql).toContain('case_no between');
    expect(parameters.slice(-2)).toEqual(['3706'.padEnd(23, '0'), '3706'.padEnd(23, '9')]);
  });
});

describe('the remaining time of a line', () => {
  const none = { published: true, rest: [], work: [] };
  const calendar = { version: '2026', years: { 2026: none } };
  const line = {
    open: true,
    paused: false,
    due_on: '2026-03-20',
    step_due_on: null,
    yellow_on: '2026-03-19',
    count_unit: 'workingDay',
    step_unit: 'workingDay',
  } as const;
  const on = { ...day, now: '2026-03-02T01:00:00Z' };
  const told = (given: object) => [lightOf({ ...line, ...given }, on), wordsOf({ ...line, ...given }, on, calendar)];

  it('is that of the whole as long as every step is in time', () => {
    expect(told({})).toEqual(['green', '剩余 14 个工作日']);
    expect(told({ step_due_on: '2026-03-06', yellow_on: '2026-03-05' })).toEqual(['green', '剩余 14 个工作日']);
  });

  it('says why the light is red or yellow while the whole is in time: the step', () => {
    expect(told({ step_due_on: '2026-02-26', yellow_on: '2026-02-25' })).toEqual(['red', '环节超期 2 个工作日']);
    expect(told({ step_due_on: '2026-03-03', yellow_on: '2026-03-02' })).toEqual(['yellow', '环节剩余 1 个工作日']);
  });

  it('is that of the whole again once it is late itself', () => {
    expect(told({ due_on: '2026-02-27', step_due_on: '2026-02-26' })).toEqual(['red', '超期 1 个工作日']);
  });
});
