declare module 'fontkit' {
  /** The little of a font that line breaking needs. */
  export interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { advanceWidth: number };
  }
  export function create(file: Buffer): Font;
}
