import { Checkbox } from 'antd';
import { CaseRow } from './case-row';
import type { WorklistLine } from './worklist.types';

interface Props {
  lines: readonly WorklistLine[];
  current: string | undefined;
  selected: ReadonlySet<string>;
  toggle: (caseNo: string) => void;
  toggleAll: () => void;
}

const heads = ['办件编号', '事项', '申请人', '环节', '经办人', '受理时间', '承诺办结时间', '剩余时间'];

/** A plain table: dense, quick to draw, and read by screen readers as one. */
export function CaseTable({ lines, current, selected, toggle, toggleAll }: Props) {
  const all = lines.length > 0 && lines.every(({ caseNo }) => selected.has(caseNo));
  return (
    <table className="dense-table" aria-label="办件列表，按剩余时间排序">
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              checked={all}
              indeterminate={!all && selected.size > 0}
              onChange={toggleAll}
              aria-label="全选本页"
            />
          </th>
          <th scope="col">
            <span className="visually-hidden">时限灯</span>
          </th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <CaseRow
            key={line.caseNo}
            line={line}
            current={line.caseNo === current}
            selected={selected.has(line.caseNo)}
            toggle={() => toggle(line.caseNo)}
          />
        ))}
      </tbody>
    </table>
  );
}
