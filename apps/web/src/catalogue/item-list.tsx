import type { ItemSummary } from '@due-process/contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { NavLink } from 'react-router';
import { itemMatches, useSpelling } from '../parts/item-search';

/** Items by agency; found by name, pinyin or code. */
export function ItemList({ items }: { items: readonly ItemSummary[] }) {
  const [typed, setTyped] = useState('');
  const spelling = useSpelling(items.map(({ name }) => name));
  const found = items.filter((item) => itemMatches(typed, item, spelling.get(item.name)));
  const agencies = [...new Set(found.map(({ agencyName }) => agencyName))];
  return (
    <nav className="panel item-list" aria-label="事项">
      <Input
        allowClear
        aria-label="查找事项"
        placeholder="名称、拼音首字母或编码"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.length === 0 && <p className="quiet">没有符合“{typed}”的事项，请换个说法。</p>}
      {agencies.map((agency) => (
        <section key={agency} aria-label={agency}>
          <h2>{agency}</h2>
          {found
            .filter(({ agencyName }) => agencyName === agency)
            .map(({ code, name }) => (
              <NavLink key={code} to={`/items/${code}`}>
                <span className="quiet">{code}</span> {name}
              </NavLink>
            ))}
        </section>
      ))}
    </nav>
  );
}
