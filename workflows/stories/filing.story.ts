import type { CaseFile } from '../kernel/case-file';
import { filingWords, validity } from './filing-words';
import { record } from './record';
import { review } from './review';

/**
 * 异地就医备案 (YT-5.1 to YT-5.5, QD-4.1, QD-4.2): the filing is entered in the platform at once. A referring hospital gives its opinion first (YT-5.4 四.2); an emergency
 * is reviewed (YT-5.5 四). What was promised and not brought stays owed after the conclusion.
 */
export async function filing(file: CaseFile): Promise<void> {
  await file.intake();
  if (file.params.opinion === true) await file.task('referralOpinion');
  await review(file);
  const { otherPlace, filingHospital } = file.form;
  const place = otherPlace && typeof otherPlace === 'object' && 'code' in otherPlace ? otherPlace : undefined;
  const filed = {
    filingKind: file.state.variant ?? String(file.params.filingKind ?? ''),
    place: place?.code ?? '',
    placeName: cityOf(place?.name ?? ''),
    hospital: typeof filingHospital === 'string' ? filingHospital : '',
    ...validity(file.state.acceptedOn ?? file.state.receivedOn, Number(file.params.validMonths ?? 0)),
  };
  await record(file, filed, 'outOfTownFiling');
  const { prints } = file.params;
  if (typeof prints === 'string') file.document(prints, { ...filed, ...opinionOf(file) });
  file.conclude('completed', filingWords(filed, String(file.params.effect ?? '')));
}

/** A place is chosen by its agency; one files for the city. */
const cityOf = (agencyName: string): string => agencyName.replace(/医疗保[险障]经办机构$/u, '');

/** What the hospital or the reviewer wrote, for the form that is printed. */
function opinionOf(file: CaseFile): Record<string, unknown> {
  const { referralOpinion, review: reviewed } = file.state.steps;
  const opinion = (referralOpinion ?? reviewed)?.input.opinion;
  return typeof opinion === 'string' ? { opinion } : {};
}
