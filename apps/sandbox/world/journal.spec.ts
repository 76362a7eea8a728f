import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal';

describe('the journal', () => {
  const directory = mkdtempSync(join(tmpdir(), 'journal-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('drops a line that a crash cut off, and goes on behind the last whole one', () => {
    const first = new Journal(directory);
    first.append({ kind: 'answerDropped', letterNo: '𠮷-1' });
    first.close();
    appendFileSync(join(directory, 'journal.jsonl'), '{"kind":"answerDropped","letterNo":"cut');
    const second = new Journal(directory);
    expect(second.past).toEqual([{ kind: 'answerDropped', letterNo: '𠮷-1' }]);
    second.append({ kind: 'answerDropped', letterNo: '2' });
    second.close();
    expect(new Journal(directory).past).toHaveLength(2);
  });

  it('takes nothing after it was closed', () => {
    const journal = new Journal(directory);
    journal.close();
    expect(() => journal.append({ kind: 'answerDropped', letterNo: '3' })).toThrow('closed');
  });
});
