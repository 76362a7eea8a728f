import { Alert } from 'antd';
import { isProblem } from '../client';
import { CaseLink } from '../parts/case-link';

/** Why it was not registered: the faults that no field shows, and the case that is already open for this person. */
export function Refusal({ error }: { error: unknown }) {
  if (!isProblem(error)) return <Alert type="error" showIcon title="没有登记成功，请重试" role="alert" />;
  const other = error.data['caseNo'];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={error.title}
      description={
        <>
          {error.errors.length > 0 ? (
            <ul className="fault-list">
              {error.errors.map(({ field, message }) => (
                <li key={`${field} ${message}`}>{message}</li>
              ))}
            </ul>
          ) : (
            error.detail
          )}
          {typeof other === 'string' && (
            <div>
              在办的办件：
              <CaseLink caseNo={other} />
            </div>
          )}
        </>
      }
    />
  );
}
