import { cleanIdNumber, isIdentityNumber, whyNotRegistered } from '.';

const good = { name: '买买提·艾山', idNumber: '11010519491231002X' };

describe('an identity number', () => {
  it('has a real date of birth and the right check character', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('110105194912310021')).toBe(false);
    expect(isIdentityNumber('110105194902310029')).toBe(false);
    expect(isIdentityNumber('11010519491231002')).toBe(false);
    expect(isIdentityNumber('')).toBe(false);
  });

  it('is read as sheets write it', () => {
    expect(cleanIdNumber("'110105 19491231 002x ")).toBe('11010519491231002X');
    expect(cleanIdNumber('１１０１０５19491231002Ｘ')).toBe('11010519491231002X');
  });
});

describe('a line of a roster', () => {
  it('is registered when nothing speaks against it', () => {
    expect(whyNotRegistered(good)).toBeUndefined();
  });

  it('comes back with the first thing that is wrong with it', () => {
    expect(whyNotRegistered({ ...good, name: ' ' })).toBe('姓名为空');
    expect(whyNotRegistered({ ...good, name: '王5' })).toMatch('姓名有误');
    expect(whyNotRegistered({ ...good, idNumber: '' })).toBe('身份证号为空');
    expect(whyNotRegistered({ ...good, idNumber: '110105194912310021' })).toMatch('校验位');
    expect(whyNotRegistered({ ...good, firstLine: 7 })).toBe('与本名册第 7 行重复');
    expect(whyNotRegistered({ ...good, registeredOn: '2026-09-01' })).toBe('已于 2026-09-01 由先前的名册登记');
  });
});
