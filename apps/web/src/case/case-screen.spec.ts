import { groupsOf, isInstant } from './actions';
import { inputOf, startValues } from './action-values';
import type { CaseAction, CaseView } from '@due-process/contracts';

const action = (id: string, more: Partial<CaseAction> = {}): CaseAction => ({
  action: id,
  label: id,
  allowed: true,
  fields: [],
  ...more,
});
const view = (more: Partial<CaseView>): CaseView =>
  ({
    agency: { id: '370600', name: '' },
    applicant: { kind: 'employee', name: '王*' },
    channel: 'window',
    form: {},
    formFields: [],
    materials: [],
    actions: [],
    ...more,
  }) as CaseView;

describe('actions on the screen', () => {
  it('show what moves the case on first, and what is possible before what is not', () => {
    const actions = [action('note'), action('refuse', { allowed: false }), action('approve'), action('terminate')];
    const { step, other } = groupsOf(view({ actions }));
    expect(step.map((one) => one.action)).toEqual(['approve', 'refuse']);
    expect(other.map((one) => one.action)).toEqual(['note', 'terminate']);
  });

  it('are done at once only when nothing is asked for and they can be taken back', () => {
    expect(isInstant(action('claim'))).toBe(true);
    expect(isInstant(action('accept'))).toBe(false);
  });

  it('send of form and checklist only what was changed, so that nobody’s change is undone', () => {
    const save = action('saveForm', {
      fields: [
        { id: 'form', label: '表单', type: 'form' },
        { id: 'materials', label: '材料', type: 'materials' },
      ],
    });
    const line = { statusWords: '', alternatives: [], shareable: false, promisable: false };
    const shown = view({
      formFields: [
        { id: 'months', label: '月数', type: 'number', value: 12 },
        { id: 'account', label: '账号', type: 'bankAccount', personal: true, value: { sealed: 's1', masked: '62***' } },
        { id: 'note', label: '说明', type: 'text', value: '旧' },
      ],
      materials: [
        { id: 'card', name: '身份证', status: 'received', ...line },
        { id: 'proof', name: '凭证', status: 'missing', ...line },
      ],
    });
    const start = startValues(shown, save);
    expect(inputOf(shown, save.fields, start)).toEqual({});
    const typed = {
      form: { ...(start['form'] as object), months: 24, note: '' },
      materials: { ...(start['materials'] as object), proof: { id: 'proof', status: 'promised' } },
    };
    expect(inputOf(shown, save.fields, typed)).toEqual({
      form: { months: 24, note: null },
      materials: [{ id: 'proof', status: 'promised' }],
    });
  });
});
