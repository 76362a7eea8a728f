import { useQuery } from '@tanstack/react-query';
import { read, writeOnce } from '../client';
import type { KeptFile } from '../parts/files/kept-file';

/** Files brought for lines of the checklist, by material. */
export type Brought = Readonly<Record<string, readonly KeptFile[]>>;

/** Papers brought after the registration are given to the case line by line; giving the same ones again changes nothing. */
export async function giveFiles(caseNo: string, brought: Brought): Promise<void> {
  const given = Object.entries(brought).filter(([, files]) => files.length > 0);
  if (given.length === 0) return;
  const uploads = Object.fromEntries(given.map(([id, files]) => [id, files.map((file) => file.id)]));
  await writeOnce(`/api/cases/${caseNo}/uploads`, { uploads });
}

interface CaseFile extends KeptFile {
  materialId: string;
}

/** The files that belong to the case, by the line of the checklist for which they were brought. */
export const useCaseFiles = (caseNo: string, seq: number): readonly CaseFile[] =>
  useQuery({
    queryKey: ['case-sheet', caseNo, 'uploads', seq],
    queryFn: ({ signal }) => read<{ uploads: CaseFile[] }>(`/api/cases/${caseNo}/uploads`, {}, signal),
    placeholderData: (before) => before,
  }).data?.uploads ?? [];
