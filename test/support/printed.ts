import { pagesOf } from '@due-process/documents';
import type { Clerk } from './clerk';
import type { CaseView } from './views';

/** The newest document of a type as another program reads it from the printed file: its words without spaces. */
export async function printed(clerk: Clerk, view: CaseView, type: string): Promise<string> {
  const document = view.documents.findLast((one) => one.type === type);
  if (!document) throw new Error(`no ${type} among ${view.documents.map((one) => one.type).join(', ')}`);
  return pagesOf(await clerk.file(`/api/cases/${view.caseNo}/documents/${document.documentNo}.pdf`)).join('');
}
