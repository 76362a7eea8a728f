import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Pass } from './progress-facts';

interface Props {
  given: Partial<Pass>;
  onAsk: (pass: Pass) => void;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

export function PassForm({ given, onAsk }: Props) {
  const [caseNo, setCaseNo] = useState(given.caseNo ?? '');
  const [queryCode, setCode] = useState(given.queryCode ?? '');
  const [tried, setTried] = useState(false);
  const number = plain(caseNo);
  const code = plain(queryCode).toUpperCase();
  const faults = {
    caseNo: /^\d{23}$/.test(number) ? '' : `办件编号是 23 位数字，现为 ${number.length} 位`,
    queryCode: /^[0-9A-Z]{8}$/.test(code) ? '' : '查询码是 8 位字母和数字，印在收件凭证上',
  };
  const ask = (): void => {
    setTried(true);
    if (!faults.caseNo && !faults.queryCode) onAsk({ caseNo: number, queryCode: code });
  };
  const fault = (words: string) =>
    tried && words ? { validateStatus: 'error' as const, help: <span role="alert">{words}</span> } : {};
  return (
    <Form layout="vertical" className="public-card" onFinish={ask} aria-label="查询办件进度">
      <Form.Item label="办件编号" htmlFor="pass-no" {...fault(faults.caseNo)}>
        <Input
          id="pass-no"
          value={caseNo}
          inputMode="numeric"
          autoComplete="off"
          size="large"
          onChange={({ target }) => setCaseNo(target.value)}
        />
      </Form.Item>
      <Form.Item label="查询码" htmlFor="pass-code" {...fault(faults.queryCode)}>
        <Input
          id="pass-code"
          value={queryCode}
          autoComplete="off"
          autoCapitalize="characters"
          size="large"
          onChange={({ target }) => setCode(target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block>
        查询
      </Button>
      <p className="quiet">办件编号和查询码印在收件凭证上，也可以直接扫凭证上的二维码。</p>
    </Form>
  );
}
