import { loadCatalog } from './index';

const catalog = loadCatalog();

describe('the catalogue', () => {
  it('pins the rules of an item with a hash that does not change from one reading to the next', () => {
    const pinned = catalog.rules('YT-2.2');
    expect(pinned?.hash).toBe(loadCatalog().rules('YT-2.2')?.hash);
    expect(pinned?.rules.clocks.find(({ id }) => id === 'informationForm')).toMatchObject({
      kind: 'statutory',
      quantity: 10,
      unit: 'workingDay',
      startsOn: 'letterReceived:contactLetter',
    });
  });
});
