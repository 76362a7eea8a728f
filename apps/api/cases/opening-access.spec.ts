import type { Actor, FieldRule } from '@due-process/contracts';
import { inOwnName } from './opening-access';

const hospital: Actor = {
  id: 'inst-demo',
  agency: '370600',
  units: ['inst-demo', 'yuhuangding'],
  roles: ['institution'],
};
const item = { form: [{ id: 'hospital', label: '定点医疗机构', type: 'text', namesOpener: true } as FieldRule] };
const named = (hospitalNamed: Parameters<typeof inOwnName>[3][string]) => () =>
  inOwnName(hospital, '烟台示范医院', item, { hospital: hospitalNamed });

describe('a hospital acts in its own name alone', () => {
  it('takes its name, its id and the entry as which it is listed', () => {
    expect(named('烟台示范医院')).not.toThrow();
    expect(named('inst-demo')).not.toThrow();
    expect(named({ code: 'yuhuangding', name: '烟台毓璜顶医院' })).not.toThrow();
  });

  it('refuses another hospital and says whose name was given', () => {
    expect(named('莱州市人民医院')).toThrow(expect.objectContaining({ code: 'ACCESS_DENIED' }));
    expect(named({ code: 'laizhou', name: '莱州市人民医院' })).toThrow(
      expect.objectContaining({ code: 'ACCESS_DENIED' }),
    );
  });

  it('takes a field that is emptied for naming nobody', () => {
    expect(named(null)).not.toThrow();
  });
});
