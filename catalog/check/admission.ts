import { problem, type ItemCheck } from './finding';

/** Conditions before the number refer to fields of the form and to lists of the edition that are there. */
export const checkAdmission: ItemCheck = ({ item, edition }) =>
  item.admission.flatMap((rule) => {
    const fields = [
      ...('keepField' in rule ? [rule.keepField] : []),
      ...('districtField' in rule ? [rule.districtField] : []),
      ...('kindField' in rule ? [rule.kindField] : []),
      ...('field' in rule ? [rule.field] : []),
    ];
    const at = `admission.${rule.id}`;
    return [
      ...fields
        .filter((field) => field !== undefined && !item.form.some(({ id }) => id === field))
        .map((field) => problem(at, `there is no form.${field}`)),
      ...('dictionary' in rule && !edition.dictionaries.some(({ id }) => id === rule.dictionary)
        ? [problem(at, `unknown dictionary ${rule.dictionary}`)]
        : []),
    ];
  });
