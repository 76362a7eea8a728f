import type { ItemSummary } from '@due-process/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { read, useAccount } from '../client';

interface Spelled {
  initials: string;
  full: string;
}

/** Items of the own agency, or of the one that the own organisation works with; of all for persons. */
export function useItems() {
  const { agency: own, organisation } = useAccount();
  const agency = own || organisation?.region || '';
  return useQuery({
    queryKey: ['items', agency],
    queryFn: ({ signal }) => read<{ items: ItemSummary[] }>('/api/items', agency ? { region: agency } : {}, signal),
    staleTime: 600_000,
  });
}

/** The spelling table is large and only makes typing shorter: it comes after the screen stands. */
export function useSpelling(names: readonly string[]): ReadonlyMap<string, Spelled> {
  const [spelled, setSpelled] = useState<ReadonlyMap<string, Spelled>>(new Map());
  const all = names.join('\n');
  useEffect(() => {
    if (all === '') return undefined;
    let gone = false;
    void (async () => {
      const { pinyin } = await import('pinyin-pro');
      const of = (name: string): Spelled => {
        const options = { toneType: 'none', type: 'array', nonZh: 'removed' } as const;
        const full = pinyin(name, options);
        return { initials: full.map((one) => one[0] ?? '').join(''), full: full.join('') };
      };
      if (!gone) setSpelled(new Map(all.split('\n').map((name) => [name, of(name)])));
    })();
    return () => {
      gone = true;
    };
  }, [all]);
  return spelled;
}

/** By 事项 code, part of the name, or the pinyin of it, whole or initials. */
export function itemMatches(typed: string, item: ItemSummary, spelled: Spelled | undefined): boolean {
  const text = typed.trim().toLowerCase();
  const code = item.code.toLowerCase();
  if (code.includes(text) || code.replace(/[^a-z0-9]/g, '').includes(text) || item.name.includes(text)) return true;
  return spelled !== undefined && (spelled.initials.includes(text) || spelled.full.includes(text.replace(/\s/g, '')));
}
