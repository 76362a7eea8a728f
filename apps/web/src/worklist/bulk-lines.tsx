import { CaseLink } from '../parts/case-link';
import type { BulkLine } from './bulk-run';

const tone: Partial<Record<BulkLine['state'], string>> = { done: 'light-green', failed: 'light-red', refused: 'quiet' };

export const BulkLines = ({ lines }: { lines: readonly BulkLine[] }) => (
  <div className="bulk-lines" aria-live="polite">
    <table className="dense-table">
      <thead>
        <tr>
          <th scope="col">办件编号</th>
          <th scope="col">事项</th>
          <th scope="col">申请人</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, state, words }) => (
          <tr key={line.caseNo}>
            <td>
              <CaseLink caseNo={line.caseNo} />
            </td>
            <td>{line.item.name}</td>
            <td>{line.applicant}</td>
            <td className={tone[state] ?? ''}>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
