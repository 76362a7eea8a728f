import { Checkbox } from 'antd';
import { CaseLink } from '../parts/case-link';
import { Light } from '../parts/light';
import type { WorklistLine } from './worklist.types';

interface Props {
  line: WorklistLine;
  current: boolean;
  selected: boolean;
  toggle: () => void;
}

export function CaseRow({ line, current, selected, toggle }: Props) {
  return (
    <tr id={`row-${line.caseNo}`} className={current ? 'current' : ''} aria-selected={selected} aria-current={current}>
      <td>
        <Checkbox checked={selected} onChange={toggle} aria-label={`选中 ${line.caseNo}`} />
      </td>
      <td>
        <Light light={line.light} />
      </td>
      <td>
        <CaseLink caseNo={line.caseNo} />
      </td>
      <td title={line.item.code}>{line.item.name}</td>
      <td className="nowrap">{line.applicant}</td>
      <td>
        {line.stage ?? line.stateWords}
        {line.stage && <span className="quiet nowrap"> · {line.stateWords}</span>}
      </td>
      <td className={line.assignee ? 'nowrap' : 'nowrap quiet'}>
        {line.holderWords}
        {!line.assignee && line.unit && ` · ${line.unit.name}`}
      </td>
      <td className="nowrap">{line.acceptedOn ?? '--'}</td>
      <td className="nowrap">{line.promisedDueOn ?? line.statutoryDueOn ?? '--'}</td>
      <td className={`nowrap remaining ${line.light ? `light-${line.light}` : ''}`}>{line.remainingWords}</td>
    </tr>
  );
}
