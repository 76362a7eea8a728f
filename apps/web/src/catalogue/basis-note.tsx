import type { Basis } from '@due-process/contracts';
import { Mark } from '../parts/mark';

/** Where a fact comes from. Ours is marked: the guide is silent there. */
export const BasisNote = ({ basis: { section, own, note } }: { basis: Basis }) => (
  <>
    {own ? <Mark tone="amber">系统设定</Mark> : <span className="quiet nowrap">指南 {section}</span>}
    {own && section !== '系统设定' && <span className="quiet nowrap">参照 {section}</span>}
    {note && <div className="quiet basis-note">{note}</div>}
  </>
);
