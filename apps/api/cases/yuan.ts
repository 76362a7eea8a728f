/** An amount as people read it: `520,000.00 元`. */
export const yuan = (fen: number): string => `${amount(fen)} 元`;

/** Without the unit, for columns that say it in their head. */
export const amount = (fen: number): string => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
