import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { isProblem, write } from '../client';
import { ProblemNote } from '../parts/problem-note';
import type { UnmatchedLetter } from './letters';

const typedHere = 'typed';

/** To one of the person's open cases, or to another of the same person by its number. */
export function AssignDialog({ letter, close }: { letter: UnmatchedLetter; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState(letter.candidates[0]?.caseNo ?? typedHere);
  const [typed, setTyped] = useState('');
  const caseNo = chosen === typedHere ? typed.replace(/\s/g, '') : chosen;
  const sending = useMutation({
    mutationFn: () => write(`/api/exchange/unmatched/${letter.letterNo}/assign`, { caseNo }),
    onSuccess: () => {
      void message.success(`已交给办件 ${caseNo}`);
      void cache.invalidateQueries({ queryKey: ['unmatched'] });
      void cache.invalidateQueries({ queryKey: ['case', caseNo] });
      close();
    },
  });
  const fault = isProblem(sending.error) ? sending.error.errors.find(({ field }) => field === 'caseNo') : undefined;
  return (
    <Modal
      open
      title={`交给办件 · ${letter.title}`}
      okText="交给该办件"
      okButtonProps={{ disabled: !/^\d{23}$/.test(caseNo), loading: sending.isPending }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <p className="quiet">函件只能交给同一人的在办办件；交给后办件按收函继续办理。</p>
      <Radio.Group value={chosen} aria-label="办件" onChange={({ target }) => setChosen(target.value as string)}>
        <Space orientation="vertical">
          {letter.candidates.map(({ caseNo: no, itemCode, applicant }) => (
            <Radio key={no} value={no}>
              {no} · {itemCode} · {applicant}
            </Radio>
          ))}
          <Radio value={typedHere}>
            其他办件：
            <Input
              aria-label="办件编号"
              value={typed}
              placeholder="23 位办件编号"
              style={{ width: 260 }}
              onFocus={() => setChosen(typedHere)}
              onChange={({ target }) => setTyped(target.value)}
            />
          </Radio>
        </Space>
      </Radio.Group>
      {fault ? (
        <p role="alert" className="light-red">
          {fault.message}
        </p>
      ) : (
        sending.error && <ProblemNote error={sending.error} />
      )}
    </Modal>
  );
}
