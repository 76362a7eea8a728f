import type { FieldRule, MaterialRule } from '@due-process/contracts';
import fc from 'fast-check';
import {
  caseNumber,
  checkActionInput,
  checkApplicant,
  checkFields,
  checkMaterials,
  checkOpening,
  checkOwnDate,
  inputSchema,
  isCaseNumber,
  maskedName,
  maskedNumber,
  plainQueryCode,
  queryCode,
  type NumberChecks,
  type OpeningRules,
} from '.';

const checks: NumberChecks = {
  identityCard: (number) => number === '11010519491231002X',
  creditCode: (code) => code === '91110000600037341L',
  agencyName: (code) => ({ '370200': '青岛市医疗保险经办机构' })[code],
  organisationName: (id, kinds = ['institution']) =>
    id === 'inst-org' && kinds.includes('institution') ? '演示医院' : undefined,
};
const basis = { section: 'YT-2.2' };
const form: FieldRule[] = [
  { id: 'newPlace', label: '转入地', type: 'agency', required: true },
  {
    id: 'account',
    label: '账户处理',
    type: 'choice',
    options: [
      { value: 'move', label: '划转' },
      { value: 'pay', label: '提取' },
    ],
  },
  {
    id: 'card',
    label: '银行账号',
    type: 'bankAccount',
    personal: true,
    required: true,
    when: [{ field: 'form.account', in: ['pay'] }],
  },
  { id: 'remark', label: '备注', type: 'text', maxLength: 5 },
];
const materials: MaterialRule[] = [
  { id: 'form', name: '申请表', basis },
  {
    id: 'identity',
    name: '身份证件',
    shareable: true,
    alternatives: [
      { id: 'idCard', name: '身份证' },
      { id: 'socialCard', name: '社保卡' },
    ],
    basis,
  },
  { id: 'proxy', name: '代办说明', promisable: true, when: [{ field: 'channel', in: ['proxy'] }], basis },
];
const rules: OpeningRules = {
  agency: '370600',
  form,
  materials,
  channels: ['window', 'proxy'],
  variants: [],
  offices: ['yt-hall'],
  applicantKinds: ['employee'],
};
const now = '2026-03-02T01:00:00Z';
const good = {
  itemCode: 'YT-2.2',
  officeId: 'yt-hall',
  channel: 'window',
  applicant: { name: '𠮷野·阿依', idNumber: '11010519491231002x', phone: '13800000000' },
  form: { newPlace: '370200', account: 'move' },
  materials: ['form', 'socialCard'],
};
const faultsOf = (body: unknown) => {
  const checked = checkOpening(body, rules, { now, checks });
  return 'faults' in checked ? checked.faults.map(({ field, code }) => `${field} ${code}`) : [];
};

describe('a registration', () => {
  it('is taken whole, with every line of its checklist', () => {
    const checked = checkOpening(good, rules, { now, checks });
    expect(checked).toEqual({
      opening: {
        officeId: 'yt-hall',
        channel: 'window',
        applicant: {
          kind: 'employee',
          name: '𠮷野·阿依',
          idType: 'identityCard',
          idNumber: '11010519491231002X',
          phone: '13800000000',
        },
        form: { newPlace: { code: '370200', name: '青岛市医疗保险经办机构' }, account: 'move' },
        materials: [
          { id: 'form', status: 'received', on: '2026-03-02' },
          { id: 'identity', status: 'received', alternative: 'socialCard', on: '2026-03-02' },
        ],
        receivedOn: '2026-03-02',
        backdated: false,
        acceptNow: false,
      },
    });
  });

  it('names every bad field at once', () => {
    const bad = {
      officeId: 'qd-hall',
      channel: 7,
      variant: 'other',
      applicant: { name: '张3', idNumber: '110105491231002', phone: '12', kind: 'hospital', colour: 'red' },
      form: { newPlace: '999999', account: 'pay', remark: '一二三四五六', extra: 1 },
      materials: [{ id: 'identity', alternative: 'horse' }, 'proxy', 'nothing', 'form', { id: 'form' }],
      receivedAt: '2026-03-03',
      acceptNow: 'yes',
      surplus: true,
    };
    expect(faultsOf(bad).sort()).toEqual(
      [
        'acceptNow WRONG_TYPE',
        'applicant.colour UNKNOWN_FIELD',
        'applicant.idNumber FORMAT',
        'applicant.kind NOT_OFFERED',
        'applicant.name FORMAT',
        'applicant.phone FORMAT',
        'channel NOT_OFFERED',
        'form.card REQUIRED',
        'form.extra UNKNOWN_FIELD',
        'form.newPlace NOT_OFFERED',
        'form.remark TOO_LONG',
        'materials.0 NOT_OFFERED',
        'materials.1 NOT_APPLICABLE',
        'materials.2 UNKNOWN_FIELD',
        'materials.4 REPEATED',
        'officeId NOT_OFFERED',
        'receivedAt IN_FUTURE',
        'surplus UNKNOWN_FIELD',
        'variant NOT_OFFERED',
      ].sort(),
    );
  });

  it('survives any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(faultsOf(body).length).toBeGreaterThan(0);
        expect(faultsOf({ ...good, form: body, materials: [body], applicant: body }).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a name', () => {
  const named = (name: unknown) => checkApplicant({ ...good.applicant, name }, ['employee'], checks).applicant?.name;

  it('has 1 to 30 characters, rare ones counted once', () => {
    expect(named('𠮷')).toBe('𠮷');
    expect(named('㙓'.repeat(15) + '𠮷'.repeat(15))).toHaveLength(45);
    expect(named('𠮷'.repeat(31))).toBeUndefined();
    expect(named('')).toBeUndefined();
    expect(named('\ud842')).toBeUndefined();
  });

  it('keeps its dot and has only one kind of it', () => {
    expect(named('买买提・艾山')).toBe('买买提·艾山');
  });

  it('may hold figures and brackets when it is an organisation’s, which is known by its credit code', () => {
    const hospital = {
      kind: 'employee',
      name: '青岛市第8人民医院（东院区）',
      idType: 'creditCode',
      idNumber: '91370200MA3C7XYW0T',
      phone: '0532-85788800',
    };
    const trusting = { ...checks, creditCode: (code: string) => code === hospital.idNumber };
    const read = (over: object) => checkApplicant({ ...hospital, ...over }, ['employee'], trusting);
    expect(read({}).applicant).toMatchObject({ name: hospital.name, idNumber: hospital.idNumber });
    expect(read({ idNumber: '91370200MA3C7XYW00' }).faults).toMatchObject([{ field: 'applicant.idNumber' }]);
    expect(read({ idType: 'passport' }).faults).toMatchObject([{ field: 'applicant.name', code: 'FORMAT' }]);
    expect(read({ phone: '' }).faults).toMatchObject([{ field: 'applicant.phone', code: 'REQUIRED' }]);
    expect(checkApplicant({ ...hospital, phone: undefined }, [], trusting, true).faults).toEqual([]);
  });

  it('shows its first character alone', () => {
    expect([maskedName('𠮷野'), maskedName('李'), maskedName('买买提·艾山')]).toEqual(['𠮷*', '李*', '买***']);
    expect(maskedNumber('11010519491231002X')).toBe('1101**********002X');
  });
});

describe('an own date', () => {
  const on = (given: unknown) => checkOwnDate(given, { field: 'receivedAt', now: '2026-03-02T17:00:00Z' });

  it('counts on its Shanghai day and is never later than now', () => {
    expect(on(undefined)).toEqual({ on: '2026-03-03', own: false });
    expect(on('2026-03-01T16:30:00Z')).toEqual({ on: '2026-03-02', own: true });
    expect(on('2026-03-03')).toEqual({ on: '2026-03-03', own: false });
    for (const wrong of [
      '2026-03-04',
      '2026-02-30',
      '2026-02-30T08:00:00Z',
      '2026-03-02T18:00:00Z',
      'yesterday',
      5,
      '1999-12-31',
    ]) {
      expect(on(wrong)).toHaveProperty('fault.field', 'receivedAt');
    }
  });
});

describe('an input', () => {
  const read = (input: unknown) => checkFields(form, input, { prefix: 'form', scope: {}, checks });

  it('asks for a field only where its condition holds', () => {
    expect(read({ newPlace: '370200', account: 'pay' }).faults.map(({ field }) => field)).toEqual(['form.card']);
    expect(read({ newPlace: '370200', account: 'move', card: '12345678' }).faults[0]).toMatchObject({
      code: 'NOT_APPLICABLE',
    });
  });

  it('is described by a JSON Schema', () => {
    const schema = inputSchema(form);
    expect(schema.required).toEqual(['newPlace']);
    expect(schema.properties.account).toMatchObject({ title: '账户处理', enum: ['move', 'pay'] });
  });

  it('takes materials as ids, objects or a map', () => {
    const lines = (given: unknown) =>
      checkMaterials(materials, given, { prefix: 'materials', scope: {}, on: '2026-03-02' }).materials.map(
        ({ status }) => status,
      );
    expect(lines(['form'])).toEqual(['received', 'missing']);
    expect(lines({ form: true, identity: false })).toEqual(['received', 'missing']);
    expect(lines([{ id: 'identity', status: 'shared' }])).toEqual(['missing', 'shared']);
    expect(lines(undefined)).toEqual(['missing', 'missing']);
  });
});

describe('the input of an action', () => {
  const fields: FieldRule[] = [
    { id: 'to', label: '人员', type: 'account', required: true },
    { id: 'form', label: '表单', type: 'form' },
    { id: 'materials', label: '材料', type: 'materials', options: [{ value: 'identity', label: '身份证件' }] },
    { id: 'reason', label: '理由', type: 'longText', maxLength: 3 },
  ];
  const read = (input: unknown) =>
    checkActionInput(fields, input, {
      conditions: { channel: 'window', form: { account: 'pay' } },
      form,
      materials,
      on: '2026-03-02',
      checks,
    });

  it('takes a colleague, part of the form and lines of the checklist', () => {
    expect(
      read({ to: 'yt-window2', form: { card: '6222000011112222', remark: '' }, materials: ['socialCard'] }),
    ).toEqual({
      values: {},
      accounts: { to: 'yt-window2' },
      form: { card: '6222000011112222', remark: null },
      materials: [{ id: 'identity', status: 'received', alternative: 'socialCard', on: '2026-03-02' }],
      faults: [],
    });
  });

  it('names every bad field at once', () => {
    const { faults } = read({
      form: { newPlace: '', account: 'burn', other: 1 },
      materials: ['form'],
      reason: '一二三四',
      x: 1,
    });
    expect(faults.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'input.form.account NOT_OFFERED',
      'input.form.newPlace REQUIRED',
      'input.form.other UNKNOWN_FIELD',
      'input.materials.0 UNKNOWN_FIELD',
      'input.reason TOO_LONG',
      'input.to REQUIRED',
      'input.x UNKNOWN_FIELD',
    ]);
  });
});

describe('a case number', () => {
  const number = caseNumber({ region: '370600', agency: '001', on: '2026-03-02', serial: 7 });

  it('is region, agency, day, serial and check digit', () => {
    expect(number).toMatch(/^3706000012026030200007\d$/);
    expect(isCaseNumber(number)).toBe(true);
  });

  it('shows every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat(21), fc.integer({ min: 1, max: 9 }), (serial, at, by) => {
        const right = caseNumber({ region: '370600', agency: '001', on: '2026-03-02', serial });
        expect(isCaseNumber(right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('shows every exchange of neighbours', () => {
    for (let serial = 1; serial <= 300; serial++) {
      const right = caseNumber({ region: '370600', agency: '001', on: '2026-03-02', serial: serial * 331 });
      const exchanged = Array.from(
        { length: 22 },
        (_, at) => right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2),
      );
      expect(exchanged.filter((wrong) => wrong !== right && isCaseNumber(wrong))).toEqual([]);
    }
  });

  it('has a serial from 1 to 99999', () => {
    expect(() => caseNumber({ region: '370600', agency: '001', on: '2026-03-02', serial: 100_000 })).toThrow(
      RangeError,
    );
  });
});

describe('a query code', () => {
  it('has eight characters that cannot be mistaken', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) =>
        expect(queryCode(bytes)).toMatch(/^[2-9A-HJ-NP-Z]{8}$/),
      ),
    );
    expect(plainQueryCode(' ab2d-9xyz ')).toBe('AB2D9XYZ');
  });
});
