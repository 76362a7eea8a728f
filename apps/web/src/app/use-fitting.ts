import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** How many children of a wrapping box stand in its first row; asked again whenever the box changes its width. */
export function useFitting(count: number): { box: RefObject<HTMLElement | null>; fitting: number } {
  const box = useRef<HTMLElement>(null);
  const [fitting, setFitting] = useState(count);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = (): void => {
      const [first, ...rest] = [...element.children] as HTMLElement[];
      if (first) setFitting(1 + rest.filter(({ offsetTop }) => offsetTop === first.offsetTop).length);
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    look();
    return () => watcher.disconnect();
  }, [count]);
  return { box, fitting };
}
