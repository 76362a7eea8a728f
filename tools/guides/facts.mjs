/** What a section of a guide states, in pieces small enough to be found again in a transcription. */

/** Which of its facts must be transcribed whatever else is; the rest counts towards the share. */
const kinds = [
  [/申办材料/, 'material'],
  [/办理时限/, 'limit'],
  [/办理方式|查询方式|办理进度查询|业务咨询/, 'place'],
  [/服务质量|评价渠道/, 'quality'],
];
export const binding = ['telephone', 'address', 'material', 'limit'];
const kindOf = (title) => kinds.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';

const telephone = /(?<![\d.])(?:0\d{2,3}-)?\d{7,8}(?![\d.])/g;
/** A street with its number, or a named place with floor or room. */
const address = /[路街道]\s*\d+|号|楼|大厅|广场/;
const marker = /^[\s-]*(?:[（(]\s*[\d一二三四五六七八九十]+\s*[)）]|\d{1,2}\s*[.、．](?!\d)|[①-⑳]|[●•])[\s]*/;
const labelled = /^[^：:，。；]{2,24}[：:]/;
const stops = /[。；;，,、：:！？“”"‘’'｜|]|(?<![\d.])\/\/|[（(）)]|[<>]/;

/** 崂山区医保经办机构地址：what goes before the address names the office. */
const label = /(?:医保经办机构|医疗保障经办机构)?(?:办公)?地址$/;

/** Without blanks and punctuation, wide and narrow forms alike: print and transcription differ in both. */
export const bare = (text) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();

/** @returns {{ kind: string, text: string, halves: string[] }[]} `halves`: the piece as its printed lines cut it */
export function factsOf(part) {
  const kind = kindOf(part.title);
  if (kind === 'quality') return [];
  const numbers = part.lines.flatMap((line) => line.match(telephone) ?? []);
  const facts = numbers.map((text) => ({ kind: 'telephone', text, halves: [] }));
  for (const piece of pieces(part.lines)) {
    const text = piece.join('').replace(label, '');
    if (bare(text).length < 2 || /^[\d-]+$/.test(bare(text))) continue;
    const own = kind === 'place' && address.test(text) && /\d/.test(text) ? 'address' : kind;
    facts.push({ kind: own, text, halves: piece });
  }
  return facts;
}

/** Sentences go on over line ends and even over empty lines; a number, a label or a stop begins a new piece. */
function pieces(lines) {
  const found = [];
  let open = [];
  const close = () => {
    if (open.length > 0) found.push(open);
    open = [];
  };
  for (const line of lines) {
    const plain = line.trim().replace(telephone, '');
    if (plain === '') continue;
    if (marker.test(plain) || labelled.test(plain) || /^[-*]/.test(plain)) close();
    const cut = plain.replace(marker, '').split(stops);
    cut.forEach((text, n) => {
      if (n > 0) close();
      if (text.trim()) open.push(text.trim());
    });
  }
  close();
  return found;
}
