import type { World } from '../world/world';

interface FilingData {
  filingKind?: unknown;
  place?: unknown;
  placeName?: unknown;
  hospital?: unknown;
  validFrom?: unknown;
  validUntil?: unknown;
}

/** 异地就医备案 as the platform holds it: the newest one counts, and only while it is valid. */
export function filingOf(world: World, subject: string, region: string, today: string): Record<string, unknown> {
  const newest = world
    .effectsOf('core')
    .map(({ answer }) => answer)
    .findLast((entry) => {
      return entry.subject === subject && entry.region === region && entry.recordKind === 'outOfTownFiling';
    });
  if (!newest) return { status: 'none' };
  const { filingKind, place, placeName, hospital, validFrom, validUntil } = newest.data as FilingData;
  const until = typeof validUntil === 'string' && validUntil !== '' ? validUntil : undefined;
  return {
    status: until !== undefined && until < today ? 'expired' : 'valid',
    recordNo: newest.recordNo,
    filingKind,
    place,
    placeName,
    hospital,
    validFrom,
    ...(until === undefined ? {} : { validUntil: until }),
  };
}
