import { useEffect, useRef, type ReactNode } from 'react';

const field = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled])';

/** What is opened to be filled in begins at its first field, whatever kind that is: a tick, a text, a choice. */
export function FirstField({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(field)?.focus();
  }, []);
  return <div ref={box}>{children}</div>;
}
