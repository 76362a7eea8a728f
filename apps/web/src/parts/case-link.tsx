import { Link } from 'react-router';

/** Region and agency are the same all day: they stand back, the date and the serial stand out. */
export function CaseLink({ caseNo }: { caseNo: string }) {
  return (
    <Link to={`/cases/${caseNo}`} className="nowrap" aria-label={`办件 ${caseNo}`}>
      <span className="quiet case-region">{caseNo.slice(0, 9)}</span>
      {caseNo.slice(9)}
    </Link>
  );
}
