import type { IsoDate } from '@due-process/contracts';
import PDFDocument from 'pdfkit';
import { codeWords, typefaceFor, type Typeface } from './fonts/typeface';
import { drawBlock, measures } from './layout/blocks';
import { heightOfLine, Pen, type Frame, type Lettering } from './layout/pen';
import type { Sheet } from './sheet';
import { dateWords } from './words';

/** Changes with every change of the shape of pages: a reprint is held against the bytes of the first print. */
export const layoutVersion = 2;

const paperSizes: Record<Sheet['paper'], { size: [number, number]; frame: Frame }> = {
  A4: { size: [595.28, 841.89], frame: { left: 71, right: 524.28, top: 60, bottom: 768 } },
  A5: { size: [419.53, 595.28], frame: { left: 34, right: 385.53, top: 30, bottom: 540 } },
};

/**
 * The sheet as PDF. The same sheet gives the same bytes: dates and the file's identifier follow from the sheet, fonts are embedded as far as used, and
 * nothing is compressed, so that no version of a compressor matters.
 */
export async function renderSheet(sheet: Sheet): Promise<Buffer> {
  const typeface = await typefaceFor(`${JSON.stringify(sheet)}${ownWords}`);
  const { size, frame } = paperSizes[sheet.paper];
  const page = new PDFDocument({
    size,
    margin: 0,
    compress: false,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${sheet.title} ${sheet.documentNo}`,
      Author: sheet.agency,
      Creator: `${sheet.template} L${layoutVersion}`,
      Producer: 'Due Process',
      CreationDate: midnight(sheet.issuedOn),
    },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => resolve(Buffer.concat(chunks)));
    page.on('error', reject);
  });
  for (const face of typeface.faces) page.registerFont(face.name, face.file);
  draw(new Pen(page, typeface, frame), sheet);
  page.end();
  return finished;
}

const midnight = (on: IsoDate): Date => new Date(`${on}T00:00:00+08:00`);

/** Every character that layout adds to a sheet. */
const ownWords =
  '0123456789 A B C D E F U + 第页共文书编号盖章签收人日期年月日：（）〔〕_—·模板版，；。．注字库中没有以下字的字形方框内为其统一码';

function draw(pen: Pen, sheet: Sheet): void {
  const measure = measures[sheet.paper];
  pen.write(sheet.agency, measure.head);
  pen.write(sheet.title, measure.title);
  pen.write(`编号：${sheet.documentNo}`, { ...measure.note, align: 'center' });
  pen.y += measure.gap / 2;
  pen.rule(pen.frame.left, pen.y, pen.frame.right, pen.y, 1.1, '#b11b1b');
  pen.y += measure.gap;
  if (sheet.addressee) pen.write(`${sheet.addressee}：`, { ...measure.text, bold: true });
  for (const block of sheet.blocks) drawBlock(pen, block, measure);
  if (sheet.signature) sign(pen, sheet.signature, sheet.paper);
  noteShapeless(pen, sheet.paper);
  foot(pen, sheet);
}

/** Issuer and date at the right with room for the seal, the recipient's hand at the left (GB/T 9704—2012 7.3.5). */
function sign(pen: Pen, { name, on, seal, receivedBy }: NonNullable<Sheet['signature']>, paper: Sheet['paper']): void {
  const { text, gap, note } = measures[paper];
  const line = heightOfLine(text);
  const above = paper === 'A4' ? line : line * 0.4;
  pen.room(above + line * 2.6 + (receivedBy ? line * 2 : 0));
  pen.y += above;
  const place = { x: pen.frame.left, width: pen.width - text.size * 2 };
  pen.put(name, { ...text, align: 'right' }, { ...place, y: pen.y });
  pen.put(dateWords(on), { ...text, align: 'right' }, { ...place, y: pen.y + line });
  if (seal) pen.put('（盖章）', { ...note, align: 'right', color: '#777777' }, { ...place, y: pen.y + line * 2 });
  pen.y += line * 2 + (seal ? heightOfLine(note) : 0) + gap;
  if (!receivedBy) return;
  pen.y += gap;
  pen.put('签收人：____________________　　签收日期：________年____月____日', text, {
    x: pen.frame.left,
    y: pen.y,
    width: pen.width,
  });
  pen.y += line + gap;
}

/** Says in words what the boxes mean: a name is never silently wrong. */
function noteShapeless(pen: Pen, paper: Sheet['paper']): void {
  const { shapeless }: Typeface = pen.typeface;
  if (shapeless.length === 0) return;
  const codes = shapeless.map(codeWords).join('、');
  pen.write(`注：字库中没有以下字的字形，方框内为其统一码：${codes}。`, measures[paper].note);
}

/** As many entries to a line as fit, none broken in two. */
function inRows(pen: Pen, entries: readonly string[], lettering: Lettering): string {
  const rows: string[] = [];
  for (const entry of entries) {
    const longer = rows.length > 0 ? `${rows.at(-1)}　　${entry}` : entry;
    if (rows.length > 0 && pen.lines(longer, lettering).length === 1) rows[rows.length - 1] = longer;
    else rows.push(entry);
  }
  return rows.join('\n');
}

/** The version of the wording; its type is the title in the language of the program. */
const templateWords = ({ template }: Sheet): string => `模板第 ${template.split('/')[1] ?? ''} 版`;

/** Who to ask, and on every page which document it is. */
function foot(pen: Pen, sheet: Sheet): void {
  const { note } = measures[sheet.paper];
  const { count } = pen.page.bufferedPageRange();
  const { left, bottom } = pen.frame;
  for (let at = 0; at < count; at += 1) {
    pen.page.switchToPage(at);
    pen.rule(left, bottom + 6, pen.frame.right, bottom + 6, 0.5, '#999999');
    const place = { x: left, y: bottom + 9, width: pen.width };
    const contact = inRows(pen, sheet.contact, note);
    pen.put(contact, note, place);
    const y = place.y + pen.heightOf(contact, note);
    const small = { ...note, color: '#777777' };
    pen.put(templateWords(sheet), small, { ...place, y });
    pen.put(`第 ${at + 1} 页，共 ${count} 页`, { ...small, align: 'right' }, { ...place, y });
  }
}
