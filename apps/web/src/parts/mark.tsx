import type { ReactNode } from 'react';
import './mark.css';

export type Tone = 'plain' | 'blue' | 'amber' | 'red' | 'green';

/** A word set off by colour; every pair reaches 4.5 : 1 (WCAG AA). */
export const Mark = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`mark mark-${tone}`}>{children}</span>
);
