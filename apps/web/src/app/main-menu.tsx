import { Button, Dropdown } from 'antd';
import { Link, NavLink, useLocation } from 'react-router';
import type { MenuEntry } from './area';
import { useFitting } from './use-fitting';

/** All entries on one line; those that find no room are behind 更多, which bears the name of the open one. */
export function MainMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const { pathname } = useLocation();
  const { box, fitting } = useFitting(entries.length);
  const hidden = entries.slice(fitting);
  const open = hidden.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <>
      <nav aria-label="主菜单" className="header-menu" ref={box}>
        {entries.map(({ path, label }, at) => (
          <NavLink key={path} to={path} className={at < fitting ? '' : 'no-room'}>
            {label}
          </NavLink>
        ))}
      </nav>
      {hidden.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: hidden.map(({ path, label }) => ({ key: path, label: <Link to={path}>{label}</Link> })) }}
        >
          <Button type="text" className={`header-button ${open ? 'header-open' : ''}`} aria-haspopup="menu">
            {open ? `更多：${open.label}` : '更多'}
          </Button>
        </Dropdown>
      )}
    </>
  );
}
