import dayjs from 'dayjs';

/** `2026-03-02` → `2026-03-02 周一` */
export const withWeekday = (date: string): string => dayjs(date).format('YYYY-MM-DD dd').replace(/ (.)$/, ' 周$1');

/** An instant as the Shanghai clock shows it, wherever the browser stands. */
export function shanghaiTime(instant: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** Today in Shanghai. */
export const today = (): string => shanghaiTime(new Date().toISOString()).slice(0, 10);
