import { randomUUID } from 'node:crypto';
import type { ConditionScope, ItemPublished, Role } from '@due-process/contracts';
import type { Situation } from '@due-process/catalog';
import { pushed } from './benefits';
import { clerk, type ActGiven, type Clerk } from './clerk';
import { today } from './deadlines';
import { creditCode, fill } from './fill';
import { somebody } from './persons';
import { csvOf, handIn, pupils } from './rosters';
import { JINAN } from './transfers';
import { until } from './until';
import { people } from './walk-people';
import { openRound } from './walk-rounds';
import { tellRegisters, type Registered } from './walk-registers';
import { caseOf, problemOf, type CaseView } from './views';

type Step = Situation['steps'][number];

/**
 * One situation of the catalogue on the running system, by nothing but what the API publishes: today, or, where days have to pass, in its own days, which are over. What nobody may enter
 * with a past date, and all that follows it, is done today.
 */
export class Walk {
  view!: CaseView;
  /** Whether the case still goes in the days of the situation. */
  inItsDays: boolean;
  private last?: Clerk;
  private readonly person = somebody();

  private constructor(
    private readonly situation: Situation,
    readonly item: ItemPublished,
    private readonly staff: Clerk[],
    past: boolean,
  ) {
    this.inItsDays = past;
  }

  static async of(situation: Situation, past = false): Promise<Walk> {
    const item = (await (await clerk('yt-window')).get<ItemPublished>(`/api/items/${situation.item}`)).body;
    return new Walk(situation, item, await people(item), past);
  }

  private get applicant(): Record<string, unknown> {
    const kind = this.situation.applicant ?? this.item.applicantKinds[0]?.id;
    const organisation = this.item.applicantKinds.find(({ id }) => id === kind)?.organisation === true;
    return organisation
      ? { kind, name: '演示单位', idType: 'creditCode', idNumber: creditCode(), phone: this.person.phone }
      : { ...this.person, kind };
  }

  private registered(idNumber: string): Registered {
    const { applicant, receivedOn } = this.situation;
    return { idNumber, kind: applicant === 'resident' ? 'resident' : 'employee', diedOn: receivedOn };
  }

  /** What conditions of an action's fields look at. */
  private get scope(): ConditionScope {
    const { channel, variant, form } = this.situation;
    return { channel, form, ...(variant ? { variant } : {}) };
  }

  private get openedBy(): Role[] {
    return this.item.channels.find(({ id }) => id === this.situation.channel)?.openedBy ?? ['window'];
  }

  /** Opened by nobody at a counter or a screen: it comes from another system. */
  get bySystem(): boolean {
    return this.openedBy.includes('system');
  }

  get opener(): Clerk | undefined {
    return this.staff.find(
      ({ username }) => this.bySystem || this.openedBy.some((role) => username.includes(wordOf[role] ?? role)),
    );
  }

  /** Who may do the act now, and what its button is called. */
  async doer(action: string): Promise<{ username: string; label: string } | undefined> {
    for (const person of this.staff) {
      const { status, body } = await person.get<CaseView>(`/api/cases/${this.view.caseNo}`);
      const offer = status === 200 ? body.actions.find((one) => one.action === action && one.allowed) : undefined;
      if (offer) return { username: person.username, label: offer.label };
    }
    return undefined;
  }

  /** Registered by the first account whose post the channel is open to. */
  async open(): Promise<CaseView> {
    const { situation, item } = this;
    const applicant = this.applicant;
    await tellRegisters(item, this.registered(String(applicant.idNumber)), situation.facts);
    const { opener, bySystem } = this;
    if (!opener) throw new Error(`nobody may open ${item.code} by ${situation.channel}`);
    const scope = {
      agency: item.agency,
      channel: situation.channel,
      ...(situation.variant ? { variant: situation.variant } : {}),
      applicant: { kind: String(applicant.kind) },
    };
    const line = (id: string, status: string) => ({ id, status });
    const body = {
      itemCode: item.code,
      officeId: situation.office,
      channel: situation.channel,
      ...(situation.variant ? { variant: situation.variant } : {}),
      applicant,
      form: fill(
        item.form,
        {
          ...answering(situation.form, item.agency),
          ...(this.inItsDays ? {} : recentDates(item, situation)),
          ...(await this.lists(opener)),
        },
        scope,
        'form',
      ),
      materials: [
        ...situation.materials.map((id) => line(id, 'received')),
        // What a register answers by itself is not for the clerk to tick.
        ...(situation.shared ?? [])
          .filter((id) => !item.materials.some((rule) => rule.id === id && rule.sharedBy))
          .map((id) => line(id, 'shared')),
        ...(situation.promised ?? []).map((id) => line(id, 'promised')),
      ],
      ...(situation.atOnce ? { acceptNow: true } : {}),
      ...(this.inItsDays ? { receivedAt: situation.receivedOn } : {}),
    };
    this.view = bySystem ? await this.pushed(body) : caseOf(await opener.open(body));
    return this.view;
  }

  /** What opens by itself comes signed, with its source; whoever looks first reads it. */
  private async pushed(body: Record<string, unknown>): Promise<CaseView> {
    const source = { kind: 'pushedList', reference: randomUUID() };
    const answer = await pushed<{ caseNo: string }>('POST', '/api/exchange/openings', { ...body, source });
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return this.staffOfAgency.case(answer.body.caseNo);
  }

  private get staffOfAgency(): Clerk {
    const city = this.item.agency === '370600' ? 'yt' : 'qd';
    return this.staff.find(({ username }) => username === `${city}-window`) as Clerk;
  }

  /** For each list that the situation names one whose lines go as it says. */
  private async lists(opener: Clerk): Promise<Record<string, string>> {
    const { accepted = 2, rejected = 0 } =
      this.situation.steps.find(({ effect }) => effect === 'processRoster')?.data ?? {};
    const wrong = Array.from({ length: Number(rejected) }, () => ({ name: '演示', idNumber: String(Math.random()) }));
    const named = this.item.form.filter(({ id, type }) => type === 'roster' && this.situation.form[id] !== undefined);
    const handed = named.map(async ({ id }) => {
      const text = csvOf([...pupils(Number(accepted)), ...wrong]);
      return [id, (await handIn(opener, text)).body.id];
    });
    return Object.fromEntries(await Promise.all(handed)) as Record<string, string>;
  }

  /** The act by whoever may do it, as soon as somebody may; what is refused to everybody fails with each one's reason. */
  async act(step: Step, patience = 0): Promise<CaseView> {
    if (step.facts) await tellRegisters(this.item, this.registered(this.person.idNumber), step.facts);
    if (patience === 0) return this.acted(step);
    return until(
      `somebody may ${step.act}`,
      () => this.acted(step),
      () => true,
      patience,
    );
  }

  private async acted(step: Step): Promise<CaseView> {
    const action = step.act ?? '';
    const reasons: string[] = [];
    for (const person of this.staff) {
      const answer = await person.get<CaseView>(`/api/cases/${this.view.caseNo}`);
      if (answer.status !== 200) continue;
      const offer = answer.body.actions.find((one) => one.action === action && one.allowed);
      if (!offer) {
        const refused = answer.body.actions.find((one) => one.action === action);
        reasons.push(`${person.username}: ${refused?.reason ?? '不在所列'}`);
        continue;
      }
      const input = fill(offer.fields, { ...step.input }, this.scope, 'input');
      const given = { input, version: answer.body.version, ...(offer.taskKey ? { taskKey: offer.taskKey } : {}) };
      this.view = await this.dated(person, action, given, step.on);
      this.last = person;
      return this.view;
    }
    throw new Error(`nobody may ${action} on ${this.view.state}/${this.view.stage}: ${reasons.join('；')}`);
  }

  /** With the situation's date while it goes in its days; where the person may not enter it, or something has happened since, today. */
  private async dated(person: Clerk, action: string, given: ActGiven, on: string): Promise<CaseView> {
    if (!this.inItsDays) return person.act(this.view.caseNo, action, given);
    const answer = await person.attempt(this.view.caseNo, action, { ...given, occurredOn: on });
    const refused = answer.status < 300 ? '' : problemOf(answer).code;
    if (!['DATE_NOT_PERMITTED', 'DATE_BEFORE_FACT'].includes(refused)) return caseOf(answer);
    this.inItsDays = false;
    return person.act(this.view.caseNo, action, given);
  }

  /** A round opens, and the case goes on if it waits for it. */
  async round(name: string): Promise<void> {
    await openRound(this.item.code, this.item.agency, name);
  }

  /** Why the act is refused to those whose turn it is; `accepted` where it is done. Whose turn it is not says nothing of the case. */
  async refusal(step: Step): Promise<string> {
    const action = step.act ?? '';
    // Whoever did the step before may not do this one: nobody else is asked, and a post that does not have it at all is refused before that.
    const samePerson = step.expect?.refused === 'TASK_SAME_PERSON';
    const looks = await Promise.all(
      // Who did the step before comes first: that they may not do this one as well is a refusal too.
      [...new Set([...(this.last ? [this.last] : []), ...(samePerson ? [] : this.staff)])].map(async (person) => {
        const { status, body } = await person.get<CaseView>(`/api/cases/${this.view.caseNo}`);
        const offer = status === 200 ? body.actions.find((one) => one.action === action) : undefined;
        return { person, status, version: body.version, offer };
      }),
    );
    const seeing = looks.filter(({ status }) => status === 200);
    const offered = seeing.filter(({ offer }) => offer);
    let last = 'nobody sees the case';
    // What nobody is offered is tried all the same: that it does not stand on the page keeps nobody from asking for it.
    for (const { person, version, offer } of offered.length > 0 ? offered : seeing) {
      const input = offer ? fill(offer.fields, { ...step.input }, this.scope, 'input') : { ...step.input };
      const tried = await person.attempt(this.view.caseNo, action, { input, version });
      if (tried.status < 300) return 'accepted';
      last = problemOf(tried).code;
      if (samePerson && last === 'ACCESS_DENIED') return 'TASK_SAME_PERSON';
      if (!['ACCESS_DENIED', 'TASK_NOT_YOURS', 'NOT_FOUND'].includes(last)) return last;
    }
    return last;
  }

  /** The other place's letter, which a played city sends of its own accord. */
  async letter(type: string): Promise<CaseView> {
    const [window] = this.staff;
    if (!window) throw new Error('no window');
    const here = (view: CaseView) => view.letters.some((one) => one.direction === 'in' && one.type === type);
    this.view = await window.waitFor(this.view.caseNo, `the ${type} arrives`, here, 30);
    return this.view;
  }

  /** Everything outside has come back. */
  async quiet(): Promise<CaseView> {
    const [window] = this.staff;
    if (!window) throw new Error('no window');
    const still = (view: CaseView) => view.whoseTurn.kind !== 'activity';
    this.view = await until('the outside answers', () => window.case(this.view.caseNo), still, 30);
    return this.view;
  }

  /** What runs by itself has brought the case to its end. */
  async ends(outcome: string | null): Promise<void> {
    const [window] = this.staff;
    if (outcome === null || this.view.outcome || !window) return;
    this.view = await until(
      'the case ends',
      () => window.case(this.view.caseNo),
      (view) => view.outcome !== null,
      10,
    ).catch(() => this.view);
  }

  /** Each document as it prints, one after the other as a clerk prints them: its first bytes, or the problem instead of it. */
  async prints(): Promise<{ type: string; status: number; begins: string }[]> {
    const [window] = this.staff;
    const printed: { type: string; status: number; begins: string }[] = [];
    for (const { type, documentNo } of this.view.documents) {
      const path = `/api/cases/${this.view.caseNo}/documents/${documentNo}.pdf`;
      const answer = await window!.get<string | object>(path);
      const { body, status } = answer;
      printed.push({ type, status, begins: typeof body === 'string' ? body.slice(0, 5) : JSON.stringify(body) });
    }
    return printed;
  }
}

/** Roles whose account is called otherwise. */
const wordOf: Partial<Record<string, string>> = {
  institution: 'inst',
  secondReview: 'approve',
  workstation: 'station',
};

/** Papers that must be of the last months, of today: a situation has dates of its own year. */
const recentDates = ({ facts }: ItemPublished, situation: Situation): Record<string, string> =>
  Object.fromEntries(
    facts.flatMap(({ id, derives }) =>
      derives?.kind === 'recent' && situation.facts[id] === 'recent' ? [[derives.field, today()]] : [],
    ),
  );

/** The two agencies of the demonstration answer only where a case of theirs stands; a played city of the same province always does. The own city stays: nobody is asked there. */
const answering = (form: Situation['form'], here: string): Situation['form'] => ({
  ...form,
  ...(form.otherPlace !== here && ['370200', '370600'].includes(String(form.otherPlace)) ? { otherPlace: JINAN } : {}),
});
