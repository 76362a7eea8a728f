/** An amount as people read it: `520,000.00 元`. */
export const yuan = (fen: number): string => `${amount(fen)} 元`;

/** Without the unit, for columns that say it in their head. */
export const amount = (fen: number): string => grouped((fen / 100).toFixed(2));

/** `1234567.5` → `1,234,567.5`: only what stands before the point. */
export const grouped = (figures: string): string => {
  const [whole = '', ...rest] = figures.split('.');
  return [whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...rest].join('.');
};
