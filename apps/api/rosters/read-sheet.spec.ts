import { stream, Workbook } from 'exceljs';
import fs from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { headOf, readSheet, sheetFormat } from './read-sheet';

async function linesIn(bytes: Buffer, pieces = 7): Promise<unknown[]> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  const chunks = Array.from({ length: pieces }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
  const { head, whole } = await headOf(Readable.from(chunks.filter((chunk) => chunk.length > 0)), () => undefined);
  const read = [];
  for await (const line of readSheet(sheetFormat(head), whole)) read.push(line);
  return read;
}

/** A zip of one file, as any packer writes it. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = (signature: number, more: number): Buffer => {
    const bytes = Buffer.alloc(signature === 0x04034b50 ? 30 : 46);
    const at = signature === 0x04034b50 ? 0 : 2;
    bytes.writeUInt32LE(signature, 0);
    bytes.writeUInt16LE(8, 8 + at);
    bytes.writeUInt32LE(crc32(content), 14 + at);
    bytes.writeUInt32LE(packed.length, 18 + at);
    bytes.writeUInt32LE(content.length, 22 + at);
    bytes.writeUInt16LE(name.length, 26 + at);
    if (more) bytes.writeUInt32LE(0, 42);
    return Buffer.concat([bytes, Buffer.from(name)]);
  };
  const local = Buffer.concat([head(0x04034b50, 0), packed]);
  const directory = head(0x02014b50, 1);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

const wang = { lineNo: 2, name: '王小明', idNumber: '11010519491231002X' };

describe('a sheet of persons', () => {
  it('is read as comma-separated text in whatever order its columns stand, blank lines passed over', async () => {
    const text =
      '\uFEFF班级,身份证号码, 姓名*\r\n三（1）,11010519491231002X,王小明\r\n\r\n"三,2",\'110101200001010017,"买买提·""艾山"""\r\n';
    expect(await linesIn(Buffer.from(text))).toEqual([
      wang,
      { lineNo: 4, name: '买买提·"艾山"', idNumber: "'110101200001010017" },
    ]);
  });

  it('is read as spreadsheets of this country save it, in GB 18030', async () => {
    const gbk = Buffer.concat([
      Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac50a', 'hex'),
      Buffer.from('cdf5d0a1c3f7', 'hex'),
      Buffer.from(',11010519491231002X\n'),
    ]);
    expect(await linesIn(gbk, 1)).toEqual([wang]);
  });

  it('is read as NDJSON', async () => {
    expect(await linesIn(Buffer.from('{"name":"王小明","idNumber":"11010519491231002X"}\n{"name":"李四"}'))).toEqual([
      { ...wang, lineNo: 1 },
      { lineNo: 2, name: '李四', idNumber: '' },
    ]);
  });

  it('is read as a workbook, row by row', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('花名册');
    sheet.addRow(['序号', '姓名', '身份证号']);
    sheet.addRow([1, '王小明', '11010519491231002X']);
    sheet.addRow([2, '李四', Number('110101200001010017')]);
    const lines = await linesIn(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(lines).toEqual([wang, { lineNo: 3, name: '李四', idNumber: '110101200001010016' }]);
  });

  it.each([
    ['before the table of its texts', true],
    ['with the texts in its cells', false],
  ])('leaves nothing on the disk when the sheet lies %s', async (_where, useSharedStrings) => {
    const to = new PassThrough();
    const packed = buffer(to);
    const workbook = new stream.xlsx.WorkbookWriter({ stream: to, useSharedStrings });
    const sheet = workbook.addWorksheet('花名册');
    for (const row of [
      ['姓名', '身份证号'],
      ['王小明', '11010519491231002X'],
    ])
      sheet.addRow(row).commit();
    await workbook.commit();
    const bytes = await packed;
    const texts = bytes.indexOf('xl/sharedStrings.xml');
    const sheetFirst = bytes.indexOf('xl/worksheets/sheet1.xml') < texts;
    expect([sheetFirst, texts !== -1]).toEqual([useSharedStrings, useSharedStrings]);
    const written = jest.spyOn(fs, 'createWriteStream');
    expect(await linesIn(bytes)).toEqual([wang]);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it('says what its header lacks, that it is empty, and that an old workbook is not read', async () => {
    await expect(linesIn(Buffer.from('姓名,班级\n王小明,三\n'))).rejects.toThrow('“身份证号”');
    await expect(linesIn(Buffer.from('姓名,身份证号\n'))).rejects.toThrow('没有人员');
    await expect(linesIn(Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 1)).rejects.toThrow('.xlsx');
    await expect(linesIn(Buffer.from('PK\u0003\u0004 torn'), 1)).rejects.toThrow('已损坏');
  });

  it('that unpacks to far more than a list is given up early', async () => {
    const bomb = zipOf('xl/sharedStrings.xml', Buffer.alloc(100 * 1024 * 1024, 'x'));
    expect(bomb.length).toBeLessThan(200_000);
    await expect(linesIn(bomb)).rejects.toThrow('过大');
  });

  it('that is cut off on its way is not taken for a short one', async () => {
    const torn = Readable.from(
      (function* () {
        yield Buffer.from('姓名,身份证号\n王小明,11010519491231002X\n');
        throw new Error('the line broke');
      })(),
    );
    const { head, whole, finished } = await headOf(torn, () => undefined);
    const read = [];
    for await (const line of readSheet(sheetFormat(head), whole)) read.push(line);
    expect(read).toEqual([wang]);
    await expect(finished).rejects.toThrow('the line broke');
  });
});
