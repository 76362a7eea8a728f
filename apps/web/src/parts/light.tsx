import type { Light as LightColour } from '@due-process/contracts';
import './light.css';

/** Colour, shape and word: not everybody tells red from green. */
const looks: Record<LightColour, { shape: string; words: string }> = {
  green: { shape: '●', words: '正常' },
  yellow: { shape: '▲', words: '临近到期' },
  red: { shape: '■', words: '超期' },
  grey: { shape: '‖', words: '暂停计时' },
};

export const lightWords = (light: LightColour): string => looks[light].words;

export function Light({ light }: { light: LightColour | null }) {
  if (!light) return <span className="light light-none">—</span>;
  const { shape, words } = looks[light];
  return (
    <span className={`light light-${light}`} role="img" aria-label={words} title={words}>
      {shape}
    </span>
  );
}
