import { useQuery } from '@tanstack/react-query';
import { read } from '../client';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';

interface Print {
  copyNo: number;
  printedBy: { id: string; name: string };
  outcome: 'printed' | 'refused';
  at: string;
}
interface Prints {
  documentNo: string;
  /** Null before the first print. */
  sha256: string | null;
  prints: Print[];
}

/** Who printed a document and when; the first print is the original, the others are copies of the same bytes. */
export function PrintLog({ caseNo, documentNo }: { caseNo: string; documentNo: string }) {
  const query = useQuery({
    queryKey: ['case-sheet', caseNo, 'prints', documentNo],
    queryFn: ({ signal }) => read<Prints>(`/api/cases/${caseNo}/documents/${documentNo}/prints`, {}, signal),
    staleTime: 0,
  });
  return (
    <Loaded query={query}>
      {({ prints, sha256 }) =>
        prints.length === 0 ? (
          <p className="quiet">尚未打印。</p>
        ) : (
          <>
            <ol className="print-log">
              {prints.map(({ copyNo, printedBy, outcome, at }) => (
                <li key={`${copyNo} ${at}`}>
                  {shanghaiTime(at)} {printedBy.name}{' '}
                  {outcome === 'refused' ? (
                    <span className="light-red">与首次出具的不一致，未予打印</span>
                  ) : (
                    <span className="quiet">{copyNo === 1 ? '首次出具' : `第 ${copyNo} 份`}</span>
                  )}
                </li>
              ))}
            </ol>
            {sha256 && (
              <p className="quiet" title={sha256}>
                SHA-256 {sha256.slice(0, 16)}…
              </p>
            )}
          </>
        )
      }
    </Loaded>
  );
}
