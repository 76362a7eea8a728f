import { Alert, Button } from 'antd';
import type { Problem } from '../client';
import { shanghaiTime } from '../parts/dates';

interface Change {
  seq?: number;
  label: string;
  by: { name: string };
  at?: string;
  recordedAt?: string;
}
interface Props {
  problem: Problem | undefined;
  /** What others did since the drawer was opened. */
  meanwhile: readonly Change[] | undefined;
  /** Why the action is not possible on the case as it is now. */
  refused: string | undefined;
  lookAgain: () => void;
}

/** What went wrong with the act, above the fields. A conflict names who did what meanwhile; what was typed stays below. */
export function ActProblem({ problem, meanwhile, refused, lookAgain }: Props) {
  const conflict =
    problem?.code === 'CASE_VERSION_CONFLICT' ? ((problem.data['changes'] ?? []) as Change[]) : undefined;
  const changes = meanwhile ?? conflict;
  if (changes) {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="drawer-alert"
        title="您打开之后，办件已被他人办理过"
        description={
          <>
            <ul>
              {changes.map(({ seq, label, by, at, recordedAt }) => (
                <li key={seq}>
                  {shanghaiTime(at ?? recordedAt ?? '')} {by.name}：{label}
                </li>
              ))}
            </ul>
            {changes.length === 0 && <p>{problem?.detail}</p>}
            <p>您填写的内容还在。请先看最新情况，确认后再次提交。</p>
            <Button type="primary" onClick={lookAgain}>
              查看最新情况
            </Button>
          </>
        }
      />
    );
  }
  if (problem) {
    const lines = problem.errors.length > 0 ? problem.errors.map(({ message }) => message) : [problem.detail];
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        className="drawer-alert"
        title={problem.title}
        description={lines.filter(Boolean).join('；')}
      />
    );
  }
  return refused ? (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="drawer-alert"
      title="现在不能办理此操作"
      description={refused}
    />
  ) : null;
}
