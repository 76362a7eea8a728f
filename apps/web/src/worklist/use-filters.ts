import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { filtersOf, type Filters } from './filters';

/** The beginning of a case number may stand in an address; identity numbers (18 digits, or 15 formerly) and names may not. */
const mayStandInAddress = (q: string): boolean => /^(\d{1,14}|\d{16,17}|\d{19,23})$/.test(q);

/** The filters live in the address, so that going back, reloading and sharing keep them; personal search words only in memory. */
export function useFilters(): { filters: Filters; change: (change: Partial<Filters>) => void; clear: () => void } {
  const [address, setAddress] = useSearchParams();
  const [privateQ, setPrivateQ] = useState('');
  const filters = useMemo(() => filtersOf(address, privateQ), [address, privateQ]);

  const change = useCallback(
    (changed: Partial<Filters>) => {
      const next = { ...filters, ...changed };
      const shown = Object.entries(next).filter(
        ([name, value]) => value && (name !== 'q' || mayStandInAddress(String(value))),
      );
      setPrivateQ(next.q && !mayStandInAddress(next.q) ? next.q : '');
      setAddress(new URLSearchParams(shown as [string, string][]), { replace: !('tab' in changed) });
    },
    [filters, setAddress],
  );
  const clear = useCallback(() => {
    setPrivateQ('');
    setAddress({ tab: filters.tab });
  }, [filters.tab, setAddress]);
  return { filters, change, clear };
}
