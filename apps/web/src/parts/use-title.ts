import { useEffect } from 'react';

/** Names the browser's tab, by which people find the case among many. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 医保经办`;
  }, [title]);
}
