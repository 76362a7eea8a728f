import type { ItemOffice } from '@due-process/contracts';
import { BasisNote } from './basis-note';

export const OfficeTable = ({ offices }: { offices: readonly ItemOffice[] }) => (
  <>
    <h3>办理地点</h3>
    <table className="facts">
      <thead>
        <tr>
          <th scope="col">机构</th>
          <th scope="col">地址</th>
          <th scope="col">咨询 / 查询</th>
          <th scope="col">监督</th>
          <th scope="col">时间</th>
          <th scope="col">出处</th>
        </tr>
      </thead>
      <tbody>
        {offices.map(({ id, name, address, telephone, queryTelephone, supervisionTelephone, hours, basis }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{address}</td>
            <td>{[...new Set([telephone, queryTelephone])].filter(Boolean).join(' / ') || '--'}</td>
            <td>{supervisionTelephone ?? '--'}</td>
            <td className="nowrap">{hours}</td>
            <td>
              <BasisNote basis={basis} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);
