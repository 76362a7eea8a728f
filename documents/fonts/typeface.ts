import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { openRareBlock, rareBlockOf } from './rare-blocks';

/** A font file under the name by which a page uses it. */
export interface Face {
  name: string;
  file: Buffer;
  font: Font;
}

const faceOf = (name: string, file: Buffer): Face => ({ name, file, font: create(file) });
const textFace = (name: string, path: string): Face => faceOf(name, readFileSync(require.resolve(path)));

let text: { regular: Face; bold: Face } | undefined;
const rare = new Map<string, Promise<Face>>();

function textFaces(): { regular: Face; bold: Face } {
  text ??= {
    regular: textFace('regular', '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    bold: textFace('bold', '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  };
  return text;
}

function rareFace(file: string): Promise<Face> {
  const found = rare.get(file) ?? openRareBlock(file).then((opened) => faceOf(file.replace('.woff2', ''), opened));
  rare.set(file, found);
  return found;
}

/** Variation selectors, joiners, byte order marks and controls: they have no width and no shape of their own. */
const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** What a page can show of a text. */
export const printable = (given: string): string => given.replace(invisible, '');

/** All fonts that one document needs. A character that no font has is known by the absence of a face, never drawn as a blank. */
export interface Typeface {
  regular: Face;
  bold: Face;
  /** Those used here, the text fonts first. */
  faces: readonly Face[];
  faceFor(character: string, bold: boolean): Face | undefined;
  /** Characters of the text that have no shape in any font, once each. */
  shapeless: readonly string[];
}

export async function typefaceFor(words: string): Promise<Typeface> {
  const { regular, bold } = textFaces();
  const others = new Map<number, Face | undefined>();
  for (const character of new Set(printable(words))) {
    const code = codeOf(character);
    if (regular.font.hasGlyphForCodePoint(code) && bold.font.hasGlyphForCodePoint(code)) continue;
    const file = rareBlockOf(code);
    const face = file ? await rareFace(file) : undefined;
    others.set(code, face?.font.hasGlyphForCodePoint(code) ? face : undefined);
  }
  return {
    regular,
    bold,
    faces: [...new Set([regular, bold, ...[...others.values()].filter((face) => face !== undefined)])],
    faceFor: (character, strong) => {
      const code = codeOf(character);
      return others.has(code) ? others.get(code) : strong ? bold : regular;
    },
    shapeless: [...others].filter(([, face]) => !face).map(([code]) => String.fromCodePoint(code)),
  };
}

export const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

/** `U+30EDE` */
export const codeWords = (character: string): string =>
  `U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`;

/** In ems. A shapeless character is a box of one em. */
export function advanceOf(face: Face | undefined, character: string): number {
  return face ? face.font.glyphForCodePoint(codeOf(character)).advanceWidth / face.font.unitsPerEm : 1;
}
