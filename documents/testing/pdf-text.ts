import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Text of each page as another program reads it, without spaces and line ends. */
export function pagesOf(pdf: Buffer): string[] {
  const read = execFileSync(process.execPath, [join(__dirname, 'read-pdf.mjs')], { input: pdf });
  return (JSON.parse(read.toString()) as string[]).map((page) => page.replaceAll(/\s/gu, ''));
}

/** What a reader finds of a text that was set in lines. */
export const withoutSpaces = (text: string): string => text.replaceAll(/\s/gu, '');

/** Fonts of the file, and whether each is embedded. */
export function fontsOf(pdf: Buffer): { name: string; embedded: boolean }[] {
  const objects = pdf.toString('latin1');
  return [...objects.matchAll(/\/Type \/FontDescriptor\s([\s\S]*?)>>/g)].map(([, descriptor = '']) => ({
    name: /\/FontName \/(\S+)/.exec(descriptor)?.[1] ?? '',
    embedded: /\/FontFile[23]? \d+ 0 R/.test(descriptor),
  }));
}
