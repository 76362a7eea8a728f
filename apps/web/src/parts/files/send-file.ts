import { write } from '../../client';
import type { KeptFile } from './kept-file';

const maxBytes = 20 * 1024 * 1024;
const heads: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
];

/** Why a file cannot be taken, told before it is sent; the server judges again by the same first bytes. */
export async function fileFault(file: File): Promise<string | undefined> {
  if (file.size === 0) return '文件是空的';
  if (file.size > maxBytes) return '超过 20 MB，请压缩或分成几个文件后再传';
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const known = heads.some((bytes) => bytes.every((byte, at) => head[at] === byte));
  return known ? undefined : '不是 PDF、JPG 或 PNG 文件，请另存为其中一种后再传';
}

export function sendFile(file: File): Promise<KeptFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  return write<KeptFile>('/api/uploads', form);
}

export const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;
