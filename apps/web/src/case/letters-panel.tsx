import type { CaseLetter } from '@due-process/contracts';

export const LettersPanel = ({ letters }: { letters: readonly CaseLetter[] }) => (
  <section className="panel" aria-labelledby="letters-head">
    <h2 id="letters-head">函件</h2>
    <ul className="lines">
      {letters.map(({ letterNo, title, direction, otherName, stateWords, state, issuedOn, receivedOn }) => (
        <li key={letterNo}>
          <span>
            <b>{direction === 'out' ? '发' : '收'}</b> {title}
            <span className="quiet">
              {direction === 'out' ? ' → ' : ' ← '}
              {otherName}
            </span>
          </span>
          <span className={state === 'refused' ? 'light-red nowrap' : 'quiet nowrap'}>
            {stateWords} {receivedOn ?? issuedOn}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
