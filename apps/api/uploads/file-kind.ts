/** What may be uploaded, told by its first bytes (magic number) and never by its name or what the browser says of it. */
const kinds = [
  { mediaType: 'application/pdf', begins: Buffer.from('%PDF-') },
  { mediaType: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  { mediaType: 'image/png', begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
] as const;

export type MediaType = (typeof kinds)[number]['mediaType'];
export const kindWords = 'PDF、JPG 或 PNG';
/** As many first bytes as telling takes. */
export const headBytes = 8;

export const fileKind = (head: Buffer): MediaType | undefined =>
  kinds.find(({ begins }) => head.subarray(0, begins.length).equals(begins))?.mediaType;

/** The name as shown and printed: without folders, control characters and marks that turn the reading direction (a disguise of the ending). */
export function plainFileName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = base.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim();
  return [...plain].slice(-120).join('') || '未命名文件';
}
