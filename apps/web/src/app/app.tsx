import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { queryClient } from '../client';
import { useLargeType } from './preferences';
import { router } from './router';
import { themeOf } from './theme';

export function App() {
  const large = useLargeType();
  return (
    <ConfigProvider
      locale={chinese}
      theme={themeOf(large)}
      button={{ autoInsertSpace: false }}
      componentSize="middle"
      form={{ scrollToFirstError: { focus: true } }}
    >
      <QueryClientProvider client={queryClient}>
        <AntApp className={large ? 'large-type' : ''}>
          <RouterProvider router={router} />
        </AntApp>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
