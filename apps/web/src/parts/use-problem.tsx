import { App } from 'antd';
import { useCallback } from 'react';
import { isProblem } from '../client';

/** Tells a failure in the corner of the screen: what happened, what to do, and the number to give to support. */
export function useProblem(): (error: unknown) => void {
  const { notification } = App.useApp();
  return useCallback(
    (error) => {
      if (!isProblem(error)) {
        notification.error({ title: '操作未完成', description: '页面出了问题，请重新载入后再试。' });
        return;
      }
      const lines = [...new Set([error.detail, ...error.errors.map(({ message }) => message)])].filter(
        (line) => line && line !== error.title,
      );
      notification.error({
        title: error.title,
        description: (
          <>
            {lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
            {error.status >= 500 && error.requestId && <div className="quiet">请求编号 {error.requestId}</div>}
          </>
        ),
        duration: 8,
      });
    },
    [notification],
  );
}
