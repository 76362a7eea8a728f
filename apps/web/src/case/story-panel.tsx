import type { CaseView } from '@due-process/contracts';
import { chartOf } from './story-layout';
import './story.css';

/** The story as a flow chart that is read like a text: from left to right, on in the next row, whatever the width. */
export const StoryPanel = ({ view }: { view: CaseView }) => (
  <section className="panel" aria-labelledby="story-head">
    <h2 id="story-head">办理流程</h2>
    <ol className="story">
      {chartOf(view).map(({ key, title, note, state }) => (
        <li key={key} className={`step-box step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <b>{title}</b>
          {note && <span>{note}</span>}
        </li>
      ))}
    </ol>
  </section>
);
