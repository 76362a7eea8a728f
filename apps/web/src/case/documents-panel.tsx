import type { CaseView } from '@due-process/contracts';
import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../parts/copy-button';
import { PrintLog } from './print-log';

/** Each opens as the PDF that was or will be handed out; every print is logged by the server. */
export function DocumentsPanel({ view: { caseNo, documents } }: { view: CaseView }) {
  const cache = useQueryClient();
  const [opened, setOpened] = useState<string>();
  /** The PDF opens beside; its print stands in the log when the clerk comes back to this page. */
  const printed = (documentNo: string): void =>
    addEventListener(
      'focus',
      () => void cache.invalidateQueries({ queryKey: ['case-sheet', caseNo, 'prints', documentNo] }),
      { once: true },
    );
  return (
    <section className="panel" aria-labelledby="documents-head">
      <h2 id="documents-head">文书</h2>
      {documents.length === 0 && <p className="quiet">尚未制发文书。</p>}
      <ul className="lines">
        {documents.map(({ documentNo, name, issuedOn }) => (
          <li key={documentNo} className="document-line">
            <span>
              <span>{name}</span>
              <span className="quiet nowrap">{issuedOn}</span>
              <span className="quiet document-no">
                {documentNo} <CopyButton text={documentNo} what="文书编号" />
              </span>
            </span>
            <span className="nowrap">
              <button
                type="button"
                className="link-button"
                aria-expanded={opened === documentNo}
                aria-label={`${name}的打印记录`}
                onClick={() => setOpened(opened === documentNo ? undefined : documentNo)}
              >
                打印记录
              </button>{' '}
              <a
                href={`/api/cases/${caseNo}/documents/${documentNo}.pdf`}
                target="_blank"
                rel="noopener"
                aria-label={`打印${name}`}
                onClick={() => printed(documentNo)}
              >
                <PrinterOutlined /> 打印
              </a>
            </span>
            {opened === documentNo && (
              <div className="document-prints">
                <PrintLog caseNo={caseNo} documentNo={documentNo} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
