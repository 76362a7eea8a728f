import { Drawer } from 'antd';
import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { RepairForm } from './repair-form';
import { RepairList } from './repair-list';
import { useStanding } from './repairs';

interface Props {
  caseNo: string | undefined;
  close: () => void;
}

/** One stuck case: why it stands still, what can be done about it, and whether it has moved since. */
export const RepairDrawer = ({ caseNo, close }: Props) => (
  <Drawer open={caseNo !== undefined} title="办件修复" size={720} onClose={close} destroyOnHidden>
    {caseNo !== undefined && <Content caseNo={caseNo} />}
  </Drawer>
);

function Content({ caseNo }: { caseNo: string }) {
  const standing = useStanding(caseNo);
  return (
    <Loaded query={standing}>
      {({ classWords, causeWords, detail, since, offers, repairs }) => (
        <>
          <p>
            <CaseLink caseNo={caseNo} /> <strong>{classWords}</strong>，{causeWords}
            {since && <span className="quiet">（自 {shanghaiTime(since)}）</span>}
          </p>
          {detail && (
            <details>
              <summary>技术信息</summary>
              <code className="stuck-detail">{detail}</code>
            </details>
          )}
          <RepairForm caseNo={caseNo} offers={offers} />
          <h3>修复记录</h3>
          <RepairList repairs={repairs} empty="尚未修复过。" />
        </>
      )}
    </Loaded>
  );
}
