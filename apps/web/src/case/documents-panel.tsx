import { PrinterOutlined } from '@ant-design/icons';
import type { CaseView } from '@due-process/contracts';

/** Each opens as the PDF that was or will be handed out; every print is logged by the server. */
export const DocumentsPanel = ({ view: { caseNo, documents } }: { view: CaseView }) => (
  <section className="panel" aria-labelledby="documents-head">
    <h2 id="documents-head">文书</h2>
    {documents.length === 0 && <p className="quiet">尚未制发文书。</p>}
    <ul className="lines">
      {documents.map(({ documentNo, name, issuedOn }) => (
        <li key={documentNo}>
          <span>
            {name} <span className="quiet">{documentNo.split('-').at(-1)}</span>
          </span>
          <span className="nowrap">
            <span className="quiet">{issuedOn}</span>{' '}
            <a
              href={`/api/cases/${caseNo}/documents/${documentNo}.pdf`}
              target="_blank"
              rel="noopener"
              aria-label={`打印${name}`}
            >
              <PrinterOutlined /> 打印
            </a>
          </span>
        </li>
      ))}
    </ul>
  </section>
);
