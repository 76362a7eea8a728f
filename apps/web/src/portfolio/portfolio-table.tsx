import { CaseLink } from '../parts/case-link';
import type { PortfolioLine } from './portfolio';

/** What waits for this account stands first in the eye: a step of its own, or papers to bring. */
export const PortfolioTable = ({ lines }: { lines: readonly PortfolioLine[] }) => (
  <table className="dense-table" aria-label="我的办件，最新的在前">
    <thead>
      <tr>
        {['办件编号', '事项', '申请人', '办理机构', '状态', '需要您做', '收件', '期限 / 办结'].map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map(({ caseNo, item, applicant, agencyName, stateWords, todo, receivedOn, dueOn, concludedOn }) => (
        <tr key={caseNo}>
          <td>
            <CaseLink caseNo={caseNo} />
          </td>
          <td title={item.code}>{item.name}</td>
          <td className="nowrap">{applicant}</td>
          <td>{agencyName}</td>
          <td className="nowrap">{stateWords}</td>
          <td>{todo ? <b className="light-yellow">{todo}</b> : '--'}</td>
          <td className="nowrap">{receivedOn}</td>
          <td className="nowrap">{concludedOn ?? dueOn ?? '--'}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
