import { Button } from 'antd';
import { useState } from 'react';
import { isOutsideRole, type CaseView } from '@due-process/contracts';
import { useAccount } from '../client';
import { RevealDialog } from './reveal-dialog';

/** Masked; the full values only after a reason, which is recorded. They leave the screen with the page. */
export function ApplicantLine({ view }: { view: CaseView }) {
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<Record<string, string>>();
  const outside = useAccount().roles.some(isOutsideRole);
  const { name, idNumber, phone, kindName } = view.applicant;
  return (
    <>
      <div>
        <dt>申请人</dt>
        <dd>
          <b>{full?.['applicant.name'] ?? name}</b>{' '}
          <span className="nowrap">{full?.['applicant.idNumber'] ?? idNumber}</span>{' '}
          <span className="nowrap">{full?.['applicant.phone'] ?? phone}</span> <span className="quiet">{kindName}</span>
          {outside ? null : full ? (
            <Button type="link" size="small" className="why" onClick={() => setFull(undefined)}>
              隐藏
            </Button>
          ) : (
            <Button type="link" size="small" className="why" onClick={() => setAsking(true)}>
              查看完整信息
            </Button>
          )}
        </dd>
      </div>
      {asking && (
        <RevealDialog
          caseNo={view.caseNo}
          fields={['applicant.name', 'applicant.idNumber', 'applicant.phone']}
          shown={(values) => {
            setFull(values);
            setAsking(false);
          }}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
