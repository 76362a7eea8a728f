import { problem, type ItemCheck } from './finding';

/** What a pushed line fills in, and how it comes in, is there; and every field that such a case must have is filled. */
export const checkPushedLists: ItemCheck = ({ item }) =>
  item.pushedLists.flatMap((list) => {
    const at = `pushedLists.${list.kind}`;
    const known = (ids: { id: string }[], id: string | undefined): boolean =>
      id === undefined || ids.some((one) => one.id === id);
    const filled = [...Object.keys(list.form), ...Object.keys(list.sets)];
    const members = Object.values(list.form);
    return [
      ...(known(item.channels, list.channel) ? [] : [problem(at, `unknown channel ${list.channel}`)]),
      ...(known(item.variants, list.variant) ? [] : [problem(at, `unknown variant ${String(list.variant)}`)]),
      ...(known(item.applicantKinds, list.applicantKind) ? [] : [problem(at, `unknown kind ${list.applicantKind}`)]),
      ...filled.filter((id) => !known(item.form, id)).map((id) => problem(at, `there is no form.${id}`)),
      ...item.form
        .filter(({ id, required, when }) => required && !when && !filled.includes(id))
        .map(({ id }) => problem(at, `form.${id} is not filled`)),
      ...[...list.requires, /\{(.+)\}/.exec(list.reference)?.[1] ?? '']
        .filter((member) => !members.includes(member))
        .map((member) => problem(at, `no field takes ${member} of the line`)),
    ];
  });
