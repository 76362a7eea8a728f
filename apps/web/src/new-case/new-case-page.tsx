import { isOutsideRole, type ItemPublished } from '@due-process/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Skeleton, type RefSelectProps } from 'antd';
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { read, useAccount, type Account } from '../client';
import { ProblemNote } from '../parts/problem-note';
import { useTitle } from '../parts/use-title';
import { DraftList } from './draft-list';
import { channelsFor, emptyEntry, isBegun, mayAcceptAtOnce, missingMaterials, type Entry } from './entry';
import { ItemPicker } from './item-picker';
import './new-case.css';
import { Refusal } from './refusal';
import { Registered } from './registered';
import { RegistrationForm } from './registration-form';
import { applying, registering, SubmitBar } from './submit-bar';
import { useEntry } from './use-entry';
import { useRegistration } from './use-registration';

const pickerId = 'new-case-item';
const itemQuery = (code: string | undefined) => ['item', code] as const;

export function Component() {
  useTitle('新办件');
  const cache = useQueryClient();
  const account = useAccount();
  const { roles } = account;
  const picker = useRef<RefSelectProps>(null);
  const itemOf = useCallback((code: string | undefined) => cache.getQueryData<ItemPublished>(itemQuery(code)), [cache]);
  const { entry, change, markSent, finish, restart, resuming, lost, retry, saving } = useEntry(itemOf);
  const { itemCode } = entry;
  const { data: item, error } = useQuery({
    queryKey: itemQuery(itemCode),
    queryFn: ({ signal }) => read<ItemPublished>(`/api/items/${itemCode ?? ''}`, {}, signal),
    enabled: itemCode !== undefined,
    staleTime: 600_000,
  });
  const { own, fromServer, refusal, attempted, submit, reset, sending } = useRegistration(item, entry, {
    markSent,
    done: finish,
  });
  const missing = item ? missingMaterials(item, entry) : [];
  const outside = roles.some(isOutsideRole);
  const atOnce = item !== undefined && mayAcceptAtOnce(item, entry, roles);

  useEffect(() => {
    if (item) change((before) => withDefaults(item, before, account), { begun: false });
  }, [item, change, account]);

  useEffect(() => {
    if (item && document.activeElement?.id === pickerId)
      document.querySelector<HTMLInputElement>('[data-part="applicant"] input.ant-input')?.focus();
  }, [item]);

  const next = (): void => {
    reset();
    restart(entry.officeId ? { officeId: entry.officeId } : {});
    setTimeout(() => picker.current?.focus());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || sending.data) return;
    event.preventDefault();
    event.stopPropagation();
    submit(atOnce && missing.length === 0);
  };

  if (sending.data) return <Registered registered={sending.data} next={next} />;
  if (resuming) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (lost) return <ProblemNote error={lost} again={retry} />;
  return (
    <div onKeyDownCapture={onKey}>
      <div className="screen-head">
        <h1>{outside ? '新申请' : '新办件'}</h1>
        <label htmlFor={pickerId}>事项</label>
        <div className="item-picker">
          <ItemPicker
            id={pickerId}
            picker={picker}
            value={itemCode}
            onChange={(code) => change((before) => changedItem(before, code))}
          />
        </div>
      </div>
      {!isBegun(entry) && <DraftList />}
      {error && <ProblemNote error={error} />}
      {!itemCode && (
        <p className="panel quiet">
          先选事项：输入名称、拼音首字母或编码后回车；申请人、申请内容和材料清单随事项列出。
        </p>
      )}
      {itemCode && !item && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {item && (
        <Form component={false} layout="horizontal" labelCol={{ flex: '148px' }} labelWrap>
          <RegistrationForm {...{ item, entry, change, own, fromServer, attempted }} />
          {sending.isPending && entry.sent && (
            <Alert type="info" showIcon title="上次登记没有收到结果，正在核对；不会重复登记" />
          )}
          {refusal && <Refusal error={refusal} />}
          <SubmitBar
            missing={missing}
            atOnce={atOnce}
            words={outside ? applying : registering}
            busy={sending.isPending ? (sending.variables.acceptNow ? 'accept' : 'register') : undefined}
            saving={saving}
            submit={submit}
            clear={next}
          />
        </Form>
      )}
    </div>
  );
}

/** What belongs to the applicant stays when another item is chosen; the rest is asked anew. */
const changedItem = ({ applicant, officeId, receivedAt }: Entry, itemCode: string): Entry => {
  const { kind: _kind, ...person } = applicant;
  return {
    ...emptyEntry,
    itemCode,
    applicant: person,
    ...(officeId ? { officeId } : {}),
    ...(receivedAt ? { receivedAt } : {}),
  };
};

/** The clerk's own window, by the first way that is open; an organisation that applies for itself need not name itself. */
function withDefaults(item: ItemPublished, entry: Entry, { units, roles, organisation }: Account): Entry {
  const ids = item.offices.map(({ id }) => id);
  const office =
    ids.find((id) => id === entry.officeId) ??
    ids.find((id) => units.includes(id)) ??
    (ids.length === 1 ? ids[0] : undefined);
  const channel = entry.channel ?? channelsFor(item, roles)[0]?.id;
  const own = item.applicantKinds.some((kind) => kind.organisation) && organisation?.creditCode;
  const applicant = own
    ? { idNumber: organisation.creditCode, name: organisation.name, ...entry.applicant }
    : entry.applicant;
  return { ...entry, applicant, ...(office ? { officeId: office } : {}), ...(channel ? { channel } : {}) };
}
