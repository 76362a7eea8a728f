import type { ItemPublished } from '@due-process/contracts';
import { Switch } from 'antd';
import { useId, useState } from 'react';
import { Mark } from '../parts/mark';
import { BasisNote } from './basis-note';
import { sectionsOf } from './facts';
import { OfficeTable } from './office-table';

/** The item whole: each fact with the section of the guide beside it. */
export function ItemSheet({ item }: { item: ItemPublished }) {
  const [ownOnly, setOwnOnly] = useState(false);
  const id = useId();
  const sections = sectionsOf(item)
    .map(({ title, facts }) => ({ title, facts: facts.filter(({ basis }) => !ownOnly || basis.own === true) }))
    .filter(({ facts }) => facts.length > 0);
  return (
    <article className="panel item-sheet" aria-label={item.name}>
      <div className="screen-head">
        <h2>
          {item.code} {item.name}
        </h2>
        <Mark>{item.mode === 'immediate' ? '即办件' : '承诺件'}</Mark>
        <span className="own-switch">
          <Switch id={id} size="small" checked={ownOnly} onChange={setOwnOnly} />{' '}
          <label htmlFor={id}>只看系统设定</label>
        </span>
      </div>
      <p className="quiet">
        依据：{item.guide.title}（{item.guide.issuedBy}，{item.guide.issued}，自 {item.guide.inForceFrom} 起施行）第{' '}
        {item.section} 节
      </p>
      <table className="facts">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">内容</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        {sections.map(({ title, facts }) => (
          <tbody key={title}>
            {facts.map(({ key, text, detail, basis }, at) => (
              <tr key={key}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={facts.length}>
                    {title}
                  </th>
                )}
                <td>
                  {text}
                  {detail && <div className="quiet">{detail}</div>}
                </td>
                <td>
                  <BasisNote basis={basis} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {!ownOnly && <OfficeTable offices={item.offices} />}
    </article>
  );
}
