import type { CaseView } from '@due-process/contracts';
import { ClocksPanel } from './clocks-panel';
import { DocumentsPanel } from './documents-panel';
import { EntriesPanel } from './entries-panel';
import { FiguresPanel } from './figures-panel';
import { FormPanel } from './form-panel';
import { LettersPanel } from './letters-panel';
import { RostersPanel } from './rosters-panel';
import { SettlementPanel } from './settlement-panel';
import { MaterialsPanel } from './materials-panel';
import { StoryPanel } from './story-panel';
import { TasksPanel } from './tasks-panel';
import { TimelinePanel } from './timeline-panel';

/** Everything about the case on one page: papers and form side by side, time below them, what happened to the right. */
export function CaseBody({ view, explain }: { view: CaseView; explain: (clockId: string) => void }) {
  return (
    <div className="case-columns">
      <div className="case-left">
        <div className="case-pair">
          <MaterialsPanel view={view} />
          <FormPanel view={view} />
        </div>
        <RostersPanel view={view} />
        <SettlementPanel view={view} />
        {view.figures && <FiguresPanel figures={view.figures} />}
        <EntriesPanel entries={view.entries} />
        <ClocksPanel view={view} explain={explain} />
        {view.letters.length > 0 && <LettersPanel letters={view.letters} />}
        <DocumentsPanel view={view} />
        <StoryPanel view={view} />
      </div>
      <div className="case-right">
        <TasksPanel tasks={view.tasks} />
        <TimelinePanel caseNo={view.caseNo} seq={view.seq} />
      </div>
    </div>
  );
}
