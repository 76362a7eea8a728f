import type { CaseMaterial, CaseView } from '@due-process/contracts';
import { useState } from 'react';
import { FilePreview } from '../parts/files/file-preview';
import type { KeptFile } from '../parts/files/kept-file';
import { useCaseFiles } from './case-files';

const marks: Record<CaseMaterial['status'], { mark: string; tone: string }> = {
  received: { mark: '✓', tone: 'light-green' },
  shared: { mark: '✓', tone: 'light-green' },
  promised: { mark: '◔', tone: 'light-yellow' },
  missing: { mark: '✗', tone: 'light-red' },
};

export function MaterialsPanel({ view: { caseNo, seq, materials } }: { view: CaseView }) {
  const [shown, setShown] = useState<KeptFile>();
  const files = useCaseFiles(caseNo, seq);
  const missing = materials.filter(({ status }) => status === 'missing').length;
  return (
    <section className="panel" aria-labelledby="materials-head">
      <h2 id="materials-head">
        材料 {materials.length > 0 && <span className="quiet">{missing > 0 ? `缺 ${missing} 项` : '齐全'}</span>}
      </h2>
      {materials.length === 0 && <p className="quiet">此情形不收取材料。</p>}
      <ul className="checklist">
        {materials.map(({ id, name, status, statusWords, on, alternative, alternatives }) => (
          <li key={id}>
            <span className={marks[status].tone} aria-hidden>
              {marks[status].mark}
            </span>
            <span>
              {name}
              {alternative && (
                <span className="quiet">（{alternatives.find((one) => one.id === alternative)?.name}）</span>
              )}
              {files
                .filter(({ materialId }) => materialId === id)
                .map((file) => (
                  <button
                    key={file.id}
                    type="button"
                    className="link-button case-file"
                    aria-label={`预览 ${file.fileName}`}
                    onClick={() => setShown(file)}
                  >
                    {file.fileName}
                  </button>
                ))}
            </span>
            <span className="quiet nowrap">
              {statusWords} {status !== 'missing' && on?.slice(5)}
            </span>
          </li>
        ))}
      </ul>
      {shown && <FilePreview file={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}
