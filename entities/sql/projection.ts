/**
 * The rows that people read, written from a batch. `clear_projection` takes back everything that can be made again from the events;
 * what has already reached people stays: rungs that fired, escalations, SMS that were sent.
 */
export const clearProjectionFunction = `
create or replace function clear_projection(the_case text) returns void language plpgsql as $$
begin
  delete from task where case_no = the_case;
  delete from clock where case_no = the_case;
  delete from pause where case_no = the_case;
  delete from letter where case_no = the_case;
  delete from document where case_no = the_case;
  delete from rung where case_no = the_case and state <> 'fired';
end $$;
`;

/**
 * Rows replace their predecessors whole. The pending rungs of the clocks in the batch are replaced; fired ones stay fired. A message
 * or SMS of a key is written once: an SMS about the same event with another text is another SMS.
 */
export const writeProjectionFunction = `
create or replace function write_projection(the_case text, the_batch text, the_digest text, the_run text, fresh jsonb)
returns void language plpgsql as $$
declare
  the_agency constant text := fresh#>>'{case,agency}';
begin
  insert into case_file (
    case_no, item_code, edition, rules_hash, agency, office_id, channel, variant, mode, phase, outcome, person_id,
    applicant_masked, subject, seq, version, stage_name, assignee, unit, received_on, accepted_on, concluded_on, served_on,
    statutory_due_on, promised_due_on, due_on, step_due_on, yellow_on, paused, waiting_for, waits_at, waits_until, calendar_version,
    horizon_on, open, ended, last_batch_id, last_digest, run_id, updated_at)
  select the_case, r."itemCode", r.edition, r."rulesHash", r.agency, r."officeId", r.channel, r.variant, r.mode, r.phase,
    r.outcome, r."personId", r."applicantMasked", r.subject, r.seq, r.version, r."stageName", r.assignee, r.unit,
    r."receivedOn", r."acceptedOn", r."concludedOn", r."servedOn", r."statutoryDueOn", r."promisedDueOn", r."dueOn",
    r."stepDueOn", r."yellowOn", r.paused, r."waitingFor", r."waitsAt", r."waitsUntil", r."calendarVersion", r."horizonOn",
    coalesce(r.open, true), coalesce(r.ended, false), the_batch, the_digest, the_run, clock_timestamp()
  from jsonb_to_record(fresh->'case') as r (
    "itemCode" text, edition text, "rulesHash" text, agency text, "officeId" text, channel text, variant text, mode text,
    phase text, outcome text, "personId" text, "applicantMasked" text, subject text, seq integer, version integer,
    "stageName" text, assignee text, unit text, "receivedOn" date, "acceptedOn" date, "concludedOn" date, "servedOn" date,
    "statutoryDueOn" date, "promisedDueOn" date, "dueOn" date, "stepDueOn" date, "yellowOn" date, paused boolean,
    "waitingFor" text, "waitsAt" text, "waitsUntil" date, "calendarVersion" text, "horizonOn" date, open boolean, ended boolean)
  on conflict (case_no) do update set
    item_code = excluded.item_code, edition = excluded.edition, rules_hash = excluded.rules_hash, agency = excluded.agency,
    office_id = excluded.office_id, channel = excluded.channel, variant = excluded.variant, mode = excluded.mode,
    phase = excluded.phase, outcome = excluded.outcome, person_id = excluded.person_id,
    applicant_masked = excluded.applicant_masked, subject = excluded.subject, seq = excluded.seq, version = excluded.version,
    stage_name = excluded.stage_name, assignee = excluded.assignee, unit = excluded.unit, received_on = excluded.received_on,
    accepted_on = excluded.accepted_on, concluded_on = excluded.concluded_on, served_on = excluded.served_on,
    statutory_due_on = excluded.statutory_due_on, promised_due_on = excluded.promised_due_on, due_on = excluded.due_on,
    step_due_on = excluded.step_due_on, yellow_on = excluded.yellow_on, paused = excluded.paused,
    waiting_for = excluded.waiting_for, waits_at = excluded.waits_at, waits_until = excluded.waits_until,
    calendar_version = excluded.calendar_version, horizon_on = excluded.horizon_on,
    open = excluded.open, ended = excluded.ended, last_batch_id = excluded.last_batch_id, last_digest = excluded.last_digest,
    run_id = excluded.run_id, updated_at = excluded.updated_at;

  if fresh->'tasks' <> '[]' then
    insert into task (
      case_no, key, agency, stage, name, shows, role, unit, assignee, delegated_by, cosigners, awaiting, opened_on, opened_at,
      arming, reminders, done)
    select the_case, r.key, the_agency, r.stage, r.name, r.shows, r.role, r.unit, r.assignee, r."delegatedBy", r.cosigners,
      r.awaiting, r."openedOn", r."openedAt", r.arming, r.reminders, coalesce(r.done, false)
    from jsonb_to_recordset(fresh->'tasks') as r (
      key text, stage text, name text, shows text, role text, unit text, assignee text, "delegatedBy" text, cosigners jsonb,
      awaiting jsonb, "openedOn" date, "openedAt" timestamptz, arming integer, reminders integer, done boolean)
    on conflict (case_no, key) do update set
      agency = excluded.agency, stage = excluded.stage, name = excluded.name, shows = excluded.shows, role = excluded.role,
      unit = excluded.unit, assignee = excluded.assignee, delegated_by = excluded.delegated_by,
      cosigners = excluded.cosigners, awaiting = excluded.awaiting, opened_on = excluded.opened_on,
      opened_at = excluded.opened_at, arming = excluded.arming, reminders = excluded.reminders, done = excluded.done;
  end if;

  if fresh->'clocks' <> '[]' then
    insert into clock (
      case_no, id, arming, kind, name, quantity, unit, extended_by, started_on, start_fact, state, due_on, ended_on, used,
      calendar_version, passed_rungs, recorded_at)
    select the_case, r.id, r.arming, r.kind, r.name, r.quantity, r.unit, r."extendedBy", r."startedOn", r."startFact", r.state,
      r."dueOn", r."endedOn", r.used, r."calendarVersion", r."passedRungs", r."recordedAt"
    from jsonb_to_recordset(fresh->'clocks') as r (
      id text, arming integer, kind text, name text, quantity integer, unit text, "extendedBy" integer, "startedOn" date,
      "startFact" text, state text, "dueOn" date, "endedOn" date, used integer, "calendarVersion" text, "passedRungs" text[],
      "recordedAt" timestamptz)
    on conflict (case_no, id) do update set
      arming = excluded.arming, kind = excluded.kind, name = excluded.name, quantity = excluded.quantity, unit = excluded.unit,
      extended_by = excluded.extended_by, started_on = excluded.started_on, start_fact = excluded.start_fact,
      state = excluded.state, due_on = excluded.due_on, ended_on = excluded.ended_on, used = excluded.used,
      calendar_version = excluded.calendar_version, passed_rungs = excluded.passed_rungs, recorded_at = excluded.recorded_at;
    delete from rung where case_no = the_case and state = 'pending'
      and clock_id in (select c->>'id' from jsonb_array_elements(fresh->'clocks') c);
  end if;

  if fresh->'rungs' <> '[]' then
    insert into rung (case_no, clock_id, arming, rung, falls_on, at, receivers, sms, state)
    select the_case, r."clockId", r.arming, r.rung, r."on", r.at, r.receivers, coalesce(r.sms, false), r.state
    from jsonb_to_recordset(fresh->'rungs') as r (
      "clockId" text, arming integer, rung text, "on" date, at timestamptz, receivers text[], sms boolean, state text)
    on conflict (case_no, clock_id, arming, rung) do update set
      falls_on = excluded.falls_on, at = excluded.at, receivers = excluded.receivers, sms = excluded.sms,
      state = excluded.state
    where rung.state <> 'fired';
  end if;

  if fresh->'pauses' <> '[]' then
    insert into pause (case_no, id, cause, legal_basis, document_no, opened_by, opened_on, ended_on, limit_on, reason, clocks)
    select the_case, r.id, r.cause, r."legalBasis", r."documentNo", r."openedBy", r."openedOn", r."endedOn", r."limitOn",
      r.reason, r.clocks
    from jsonb_to_recordset(fresh->'pauses') as r (
      id text, cause text, "legalBasis" text, "documentNo" text, "openedBy" text, "openedOn" date, "endedOn" date,
      "limitOn" date, reason text, clocks text[])
    on conflict (case_no, id) do update set
      cause = excluded.cause, legal_basis = excluded.legal_basis, document_no = excluded.document_no,
      opened_by = excluded.opened_by, opened_on = excluded.opened_on, ended_on = excluded.ended_on,
      limit_on = excluded.limit_on, reason = excluded.reason, clocks = excluded.clocks;
  end if;

  if fresh->'letters' <> '[]' then
    insert into letter (
      case_no, letter_no, direction, type, agency, other, in_reply_to, issued_on, key, state, received_on, body)
    select the_case, r."letterNo", r.direction, r.type, the_agency, r.other, r."inReplyTo", r."issuedOn", r.key, r.state,
      r."receivedOn", r.body
    from jsonb_to_recordset(fresh->'letters') as r (
      "letterNo" text, direction text, type text, other text, "inReplyTo" text, "issuedOn" date, key text, state text,
      "receivedOn" date, body jsonb)
    on conflict (case_no, letter_no, direction) do update set
      type = excluded.type, agency = excluded.agency, other = excluded.other, in_reply_to = excluded.in_reply_to,
      issued_on = excluded.issued_on, key = excluded.key, state = excluded.state, received_on = excluded.received_on,
      body = excluded.body;
  end if;

  if fresh->'documents' <> '[]' then
    insert into document (case_no, document_no, type, name, issued_on, data)
    select the_case, r."documentNo", r.type, r.name, r."issuedOn", r.data
    from jsonb_to_recordset(fresh->'documents') as r (
      "documentNo" text, type text, name text, "issuedOn" date, data jsonb)
    on conflict (case_no, document_no) do update set
      type = excluded.type, name = excluded.name, issued_on = excluded.issued_on, data = excluded.data;
  end if;

  if fresh->'messages' <> '[]' then
    perform write_messages(the_case, the_batch, fresh->'case', fresh->'messages');
  end if;
end $$;
`;

export const writeMessagesFunction = `
create or replace function write_messages(the_case text, the_batch text, the_row jsonb, messages jsonb)
returns void language plpgsql as $$
begin
  insert into message (case_no, key, batch_id, agency, account, unit, role, applicant, kind, text)
  select the_case, m->>'key', the_batch, the_row->>'agency', m#>>'{to,account}', m#>>'{to,unit}', m#>>'{to,role}',
    coalesce((m#>>'{to,applicant}')::boolean, false), coalesce(m->>'kind', ''), coalesce(m->>'text', '')
  from jsonb_array_elements(messages) m
  on conflict (case_no, key) do nothing;

  if messages @> '[{"sms": true}]' then
    insert into sms (key, case_no, batch_id, person_id, account, text)
    select concat_ws(':', the_case, m->>'key', left(md5(m->>'text'), 8)), the_case, the_batch,
      case when m#>>'{to,applicant}' = 'true' then the_row->>'personId' end, m#>>'{to,account}', coalesce(m->>'text', '')
    from jsonb_array_elements(messages) m
    where m->>'sms' = 'true' and (m#>>'{to,applicant}' = 'true' or m#>>'{to,account}' is not null)
    on conflict (key) do nothing;
  end if;
end $$;
`;
