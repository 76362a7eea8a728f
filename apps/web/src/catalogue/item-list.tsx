import type { ItemSummary } from '@due-process/contracts';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { NavLink, useParams } from 'react-router';
import { useAccount } from '../client';
import { itemMatches, useSpelling } from '../parts/item-search';

/** Items by agency, the own one first, under the headings of their guide; found by name, pinyin or code. */
export function ItemList({ items }: { items: readonly ItemSummary[] }) {
  const { code: open } = useParams();
  const { agency: own } = useAccount();
  const [typed, setTyped] = useState('');
  const spelling = useSpelling(items.map(({ name }) => name));
  const found = items.filter((item) => itemMatches(typed, item, spelling.get(item.name)));
  const agencies = [...new Map(found.map(({ agency, agencyName }) => [agency, agencyName]))].sort(
    ([one], [other]) => Number(other === own) - Number(one === own),
  );
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <nav className="panel item-list" aria-label="事项" ref={list}>
      <Input
        allowClear
        aria-label="查找事项"
        placeholder="名称、拼音首字母或编码"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.length === 0 && <p className="quiet">没有符合“{typed}”的事项，请换个说法。</p>}
      {agencies.map(([agency, name]) => (
        <section key={agency} aria-label={name}>
          <h2>{name}</h2>
          <Chapters items={found.filter((item) => item.agency === agency)} />
        </section>
      ))}
    </nav>
  );
}

function Chapters({ items }: { items: readonly ItemSummary[] }) {
  const chapters = new Map(items.map(({ chapter }) => [chapter.no, chapter.name]));
  return [...chapters].map(([no, name]) => (
    <div key={no}>
      <h3>
        {no} {name}
      </h3>
      {items
        .filter(({ chapter }) => chapter.no === no)
        .map(({ code, name: itemName }) => (
          <NavLink key={code} to={`/items/${code}`}>
            <span className="quiet">{code}</span> {itemName}
          </NavLink>
        ))}
    </div>
  ));
}
