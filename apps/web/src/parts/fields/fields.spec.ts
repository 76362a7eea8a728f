import { conditionsHold, type FieldRule } from '@due-process/contracts';
import { askedFields } from './conditions';
import { faultsOf, given, identityCardHolds } from './field-value';

const rule = (id: string, more: Partial<FieldRule> = {}): FieldRule => ({ id, label: id, type: 'text', ...more });

describe('fields of a definition', () => {
  it('are asked for when their conditions hold, the place counting by its province', () => {
    const inside = rule('a', { when: [{ field: 'scope', in: ['inProvince'] }] });
    const documented = rule('b', { when: [{ field: 'input.cause', in: ['expertReview'] }] });
    const at = (code: string, cause = '') =>
      askedFields([inside, documented], { agency: '370600', form: { otherPlace: { code } }, input: { cause } });
    expect(at('370200').map(({ id }) => id)).toEqual(['a']);
    expect(at('320500', 'expertReview').map(({ id }) => id)).toEqual(['b']);
    expect(conditionsHold([{ field: 'form.gone', in: ['x'] }], {})).toBe(false);
  });

  it('say all at once what is missing or wrong', () => {
    const rules = [
      rule('name', { required: true }),
      rule('idNumber', { type: 'idNumber' }),
      rule('balance', { type: 'amountFen', max: 100 }),
      rule('note', { maxLength: 2 }),
    ];
    expect(faultsOf(rules, { idNumber: '370602199001011053', balance: 101, note: '𠮷𠮷𠮷' })).toEqual({
      name: '请填写name',
      idNumber: '身份证号有误，请核对号码和校验位',
      balance: '不能大于 1 元',
      note: '不能超过 2 个字',
    });
    expect(faultsOf(rules, { name: '张', idNumber: '370602199001011052', balance: 0, note: '𠮷𠮷' })).toEqual({});
  });

  it('are sent without the blank ones, but with zero and no', () => {
    const rules = ['a', 'b', 'c', 'd'].map((id) => rule(id));
    expect(given(rules, { a: '', b: 0, c: false, d: undefined })).toEqual({ b: 0, c: false });
  });

  it('know the check figure of an identity card', () => {
    expect(identityCardHolds('11010519491231002X')).toBe(true);
    expect(identityCardHolds('11010519491231002x')).toBe(true);
    expect(identityCardHolds('110105194912310021')).toBe(false);
  });
});
