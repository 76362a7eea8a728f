import type { Basis } from '@due-process/contracts';
import { Tag } from 'antd';

/** Where a fact comes from. Ours is marked: the guide is silent there. */
export const BasisNote = ({ basis: { section, own, note } }: { basis: Basis }) => (
  <>
    {own ? <Tag color="gold">系统设定</Tag> : <span className="quiet nowrap">指南 {section}</span>}
    {own && section !== '系统设定' && <span className="quiet nowrap">参照 {section}</span>}
    {note && <div className="quiet basis-note">{note}</div>}
  </>
);
