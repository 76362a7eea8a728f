import type { FieldRule } from '@due-process/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { useState } from 'react';
import { isProblem, messagesByField, useAccount, write } from '../client';
import { today } from '../parts/dates';
import { FieldInputs, faultsOf, given, type Values } from '../parts/fields';
import { ProblemNote } from '../parts/problem-note';
import { kindWords, type Institution, type InstitutionKind, type SettlingItem } from './institutions';

interface Props {
  known: Institution | undefined;
  items: readonly SettlingItem[];
  close: () => void;
}

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

/** Card terminals belong to pharmacies, reporting online to hospitals; who handles it is one of the offices that settle its kind. */
function rulesFor(kind: unknown, items: readonly SettlingItem[], known: Institution | undefined): FieldRule[] {
  const offices = items.find((item) => item.kind === kind)?.offices ?? [];
  const all: (FieldRule | false)[] = [
    { id: 'kind', label: '类别', type: 'choice', required: true, options: kinds },
    !known && { id: 'creditCode', label: '统一社会信用代码', type: 'creditCode', required: true },
    { id: 'name', label: '机构名称', type: 'text', required: true, maxLength: 60 },
    kind === 'pharmacy' && {
      id: 'merchantNo',
      label: '商户号',
      type: 'text',
      required: true,
      maxLength: 40,
      help: '刷卡数据按商户号归集',
    },
    kind === 'hospital' && {
      id: 'organisation',
      label: '网上申报账号所属机构',
      type: 'organisation',
      kinds: ['institution'],
      help: '不填则由窗口代为申报',
    },
    offices.length > 1 && {
      id: 'officeId',
      label: '受理机构',
      type: 'choice',
      options: offices.map(({ id, name }) => ({ value: id, label: name })),
      help: `不填则为${offices[0]?.name ?? ''}`,
    },
    !known && { id: 'designatedOn', label: '协议开始日期', type: 'date', required: true },
  ];
  return all.filter((rule): rule is FieldRule => rule !== false);
}

const startOf = (known: Institution | undefined, items: readonly SettlingItem[]): Values =>
  known
    ? Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
    : { kind: items[0]?.kind satisfies InstitutionKind | undefined, designatedOn: today() };

/** Registers an agreement, or corrects what is known of it: an agreement is known by its first day. */
export function InstitutionDialog({ known, items, close }: Props) {
  const { message } = App.useApp();
  const { agency } = useAccount();
  const cache = useQueryClient();
  const [values, setValues] = useState<Values>(() => startOf(known, items));
  const [local, setLocal] = useState<Record<string, string>>({});
  const rules = rulesFor(values['kind'], items, known);
  const sending = useMutation({
    mutationFn: () => {
      const body = given(rules, values);
      const creditCode = known?.creditCode ?? String(body['creditCode']).replace(/\s/g, '').toUpperCase();
      const designatedOn = known?.designatedOn ?? body['designatedOn'];
      return write<Institution>('/api/institutions', { ...body, creditCode, designatedOn });
    },
    onSuccess: ({ name }) => {
      void message.success(`已保存：${name}`);
      void cache.invalidateQueries({ queryKey: ['institutions'] });
      close();
    },
  });
  const submit = (): void => {
    const faults = faultsOf(rules, values);
    setLocal(faults);
    if (Object.keys(faults).length === 0) sending.mutate();
  };
  const problem = isProblem(sending.error) ? sending.error : undefined;
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={known ? `修改 · ${known.name}` : '登记定点机构'}
      okText="保存"
      okButtonProps={{ loading: sending.isPending }}
      onOk={submit}
      onCancel={close}
    >
      {known && (
        <p className="quiet">
          {known.creditCode}，{known.designatedOn} 起的协议
        </p>
      )}
      <Form layout="vertical" onFinish={submit}>
        <FieldInputs
          rules={rules}
          values={values}
          faults={{ ...local, ...(problem ? messagesByField(problem) : {}) }}
          scope={{ agency }}
          onChange={(id, value) =>
            setValues(({ officeId, ...before }) => ({
              ...before,
              ...(officeId && id !== 'kind' ? { officeId } : {}),
              [id]: value,
            }))
          }
        />
      </Form>
      {sending.error && <ProblemNote error={sending.error} />}
    </Modal>
  );
}
