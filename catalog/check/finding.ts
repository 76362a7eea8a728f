import type { Edition } from '../load/edition';
import type { CatalogFinding } from '../load/read-file';
import type { ItemFile } from '../schema/item';

/** One item under examination, with what it may refer to. */
export interface Examined {
  file: string;
  item: ItemFile;
  edition: Edition;
}

/** A rule of the catalogue: what is wrong with this item, in English for the person who edits the files. */
export type ItemCheck = (examined: Examined) => Omit<CatalogFinding, 'file'>[];

export const problem = (at: string, text: string): Omit<CatalogFinding, 'file'> => ({ at, problem: text });
