import type { PublicProgress } from '@due-process/contracts';

export function TimeBar({ time }: { time: NonNullable<PublicProgress['time']> }) {
  const { name, usedDays, totalDays, unitWords, remainingWords } = time;
  const share = totalDays > 0 ? Math.min(100, Math.round((usedDays / totalDays) * 100)) : 100;
  return (
    <>
      <div
        className="time-bar"
        role="progressbar"
        aria-label="已用办理时限"
        aria-valuemin={0}
        aria-valuemax={totalDays}
        aria-valuenow={Math.min(usedDays, totalDays)}
      >
        <div style={{ width: `${share}%` }} className={usedDays > totalDays ? 'late' : ''} />
      </div>
      <p>
        <span className="quiet public-line">{name}</span>共 {totalDays} {unitWords}，已用 {usedDays} {unitWords}，
        <strong>{remainingWords}</strong>
      </p>
    </>
  );
}
