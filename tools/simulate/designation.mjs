/**
 * The course of a designation case by its options, step after step; each may ask how the case stands, so that a day not given is the last day of its
 * limit. Input is what the stage's fields ask for.
 */
const usual = {
  choice: (f) => f.options?.[0]?.value,
  boolean: () => true,
  number: (f) => f.max ?? f.min ?? 1,
  date: (_f, on) => on,
};

const inputOf = (rules, stage, action, on, over = {}) => {
  const fields = rules.stages.find(({ id }) => id === stage)?.actions.find(({ id }) => id === action)?.input ?? [];
  const made = fields.map((field) => [field.id, (usual[field.type] ?? (() => '示例'))(field, on)]);
  return { ...Object.fromEntries(made), ...over };
};

const scores = (rules, passed) => {
  const fields = rules.stages.find(({ id }) => id === 'assess')?.actions[0]?.input ?? [];
  return Object.fromEntries(
    fields.filter(({ id }) => id.startsWith('score')).map(({ id, max }) => [id, passed ? max : 1]),
  );
};

export function situationOf(item, rules, options) {
  const accepted = options.accepted ?? options.received;
  if (!accepted) throw new Error('请写 --accepted 受理日期');
  const asked = rules.materials.filter(({ when }) => !when).map(({ id }) => id);
  return {
    id: 'simulated',
    item: item.code,
    kind: 'other',
    title: item.name,
    office: item.offices[0].id,
    channel: item.channels[0].id,
    form: Object.fromEntries(
      item.form
        .filter(({ required }) => required)
        .map((field) => [field.id, (usual[field.type] ?? (() => '示例'))(field)]),
    ),
    materials: options.supplement ? asked.slice(0, -1) : asked,
    facts: {},
    receivedOn: options.received ?? accepted,
    steps: [],
  };
}

/** Yields the steps one after the other; `state()` is the case as it stands. */
export function* course(rules, options, state) {
  const due = (clock) => state().clocks[clock]?.dueOn;
  const act = (stage, action, on, by, over) => ({
    act: action,
    on,
    by,
    input: inputOf(rules, stage, action, on, over),
  });
  const assessed = function* (on, passed) {
    yield act('assess', 'recordAssessment', on, 'assessor', scores(rules, passed));
    yield act('approveAssessment', 'approveAssessment', on, 'approver');
    yield act('deliverResult', 'recordDelivery', on, 'window');
  };
  const accepted = options.accepted ?? options.received;
  yield act('intake', 'accept', accepted, 'window');
  if (options.supplement) {
    const materials = rules.materials
      .filter(({ when }) => !when)
      .map(({ id }) => id)
      .slice(-1);
    yield { act: 'requestSupplement', on: options.supplement.from, by: 'assessor', input: { materials } };
    yield { act: 'receiveSupplement', on: options.supplement.to, by: 'window', input: { materials } };
  }
  yield act('checkMaterials', 'confirmMaterials', options.supplement?.to ?? accepted, 'assessor');
  if (!options.result) return;
  yield* assessed(options.delivered ?? due('assessmentLimit'), options.result === 'pass');
  if (options.result === 'fail') {
    yield { time: true, on: dayAfter(due('remedy')) };
    const last = due('secondRequest');
    if ((options['second-result'] ?? 'none') === 'none') {
      yield act('requestSecond', 'closeUnrequested', dayAfter(last), 'window');
      return;
    }
    yield act('requestSecond', 'requestSecondAssessment', options['second-request'] ?? last, 'window');
    yield* assessed(options['second-delivered'] ?? due('secondAssessment'), options['second-result'] === 'pass');
    if (options['second-result'] === 'fail') {
      yield { effect: 'restrictApplicant', on: options['second-delivered'] ?? due('secondAssessment') };
      return;
    }
  }
  if (options.objection) {
    yield act('publicNotice', 'recordObjection', options.objection.from, 'window');
    yield act('decideObjection', 'dismissObjection', options.objection.to, 'assessor');
  }
  yield { time: true, on: dayAfter(due('publicNotice')) };
  const signed = options.signed ?? dayAfter(due('publicNotice'));
  yield act('negotiate', 'agreeTerms', signed, 'assessor');
  yield act('signAgreement', 'signAgreement', signed, 'window');
}

const dayAfter = (date) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
