import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { bulkActs, type BulkAct } from './bulk-run';
import type { WorklistLine } from './worklist.types';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog')).BulkDialog }));

/** Appears when something is ticked. */
export function BulkBar({ chosen, done }: { chosen: readonly WorklistLine[]; done: () => void }) {
  const [act, setAct] = useState<{ what: BulkAct; lines: readonly WorklistLine[] }>();
  return (
    <>
      {chosen.length > 0 && (
        <div className="bulk-bar" role="region" aria-label="批量办理">
          <span>已选 {chosen.length} 件</span>
          {bulkActs.map((what) => (
            <Button key={what.id} size="small" onClick={() => setAct({ what, lines: chosen })}>
              {what.label}…
            </Button>
          ))}
          <Button size="small" type="text" onClick={done}>
            取消选择
          </Button>
        </div>
      )}
      {act && (
        <Suspense fallback={null}>
          <BulkDialog
            what={act.what}
            lines={act.lines}
            close={(acted) => {
              setAct(undefined);
              if (acted) done();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
