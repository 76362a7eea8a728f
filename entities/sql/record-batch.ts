/**
 * record_batch(batch) writes everything that one command or wake produced, in one statement and one transaction (design: Recording).
 * `batch` is a Batch of contracts; the answer is a RecordAnswer.
 *
 * - One writer a case at a time: an advisory lock on the case number, taken before anything of the case is read.
 * - The same batch with the same digest at its place: nothing happens, the same answer.
 * - Another batch at an occupied place: the earlier rows were written by a task that never completed, so nobody was answered. They are
 *   voided (kept and marked, a marker in the chain names them) and replaced. An older task never voids a younger one's rows: it is
 *   told so by DP001 and may ask again. The same batch id with another digest is such a replacement too: the task ran again at
 *   another instant.
 * - What one unfinished task wrote carries one instant. Rows of several tasks can only have been answered: a run that wants to replace them is
 *   behind its journal (an older Temporal backup, a number opened twice) and stands still with DP003 until it is rebuilt.
 * - Voiding takes back projections as well, so it needs the whole projection: without it the answer is needsFull and nothing is written.
 * - A gap: behindAt and nothing is written, unless the batch bridges it with `restores`.
 *
 * No business rule can refuse here: a refusal would freeze the case.
 */
export const recordBatchFunction = `
create or replace function record_batch(batch jsonb) returns jsonb language plpgsql as $$
declare
  the_case constant text := batch->>'caseNo';
  from_seq constant integer := (batch->>'fromSeq')::integer;
  the_batch constant text := batch->>'batchId';
  the_digest constant text := batch->>'digest';
  at constant timestamptz := (batch->>'writtenAt')::timestamptz;
  is_full constant boolean := coalesce((batch->>'full')::boolean, false);
  events constant jsonb := batch->'events';
  last_live integer;
  last_entry integer;
  last_hash bytea;
  occupied case_event;
  replaces boolean := false;
  youngest timestamptz;
  tasks integer;
  voided jsonb;
  voided_batches text[];
  link case_event;
  newest text;
begin
  perform pg_advisory_xact_lock(hashtextextended(the_case, 0));

  select version into newest from calendar_version where state = 'published' order by ordinal desc limit 1;
  newest := coalesce(newest, batch#>>'{rows,case,calendarVersion}');

  select entry, hash into last_entry, last_hash from case_event where case_no = the_case order by entry desc limit 1;
  select seq into last_live from case_event
    where case_no = the_case and seq is not null and voided_at is null order by seq desc limit 1;
  last_entry := coalesce(last_entry, 0);
  last_live := coalesce(last_live, 0);

  if from_seq <= last_live and jsonb_array_length(events) > 0 then
    select * into occupied from case_event
      where case_no = the_case and seq = from_seq and seq is not null and voided_at is null;
    if occupied.batch_id = the_batch and occupied.digest = the_digest then
      return jsonb_build_object(
        'seq', from_seq + jsonb_array_length(events) - 1, 'digest', occupied.digest, 'calendarVersion', newest);
    end if;
    select max(written_at), count(distinct written_at) into youngest, tasks from case_event
      where case_no = the_case and seq >= from_seq and voided_at is null;
    replaces := true;
    if at <= youngest then
      raise exception 'an older task may not replace the rows of a younger one' using errcode = 'DP001';
    end if;
    if tasks > 1 then
      raise exception 'rows of several tasks were answered: the run is behind its journal' using errcode = 'DP003';
    end if;
  elsif from_seq > last_live + 1
    and coalesce((batch#>>'{restores,from}')::integer > last_live + 1
      or (batch#>>'{restores,to}')::integer < from_seq - 1, true) then
    return jsonb_build_object('seq', last_live, 'digest', '', 'calendarVersion', newest, 'behindAt', last_live + 1);
  end if;

  if not is_full and (replaces or batch ? 'restores') then
    return jsonb_build_object('seq', last_live, 'digest', '', 'calendarVersion', newest, 'needsFull', true);
  end if;

  if replaces then
    with struck as (
      update case_event set voided_at = clock_timestamp(), voided_by = the_batch
      where case_no = the_case and seq >= from_seq and voided_at is null
      returning entry, seq, batch_id
    )
    select jsonb_agg(jsonb_build_object('entry', entry, 'seq', seq, 'batchId', batch_id) order by entry),
        array_agg(distinct batch_id)
      into voided, voided_batches from struck;
    last_entry := last_entry + 1;
    link := null;
    link.case_no := the_case;
    link.entry := last_entry;
    link.type := 'batchVoided';
    link.data := jsonb_build_object('voided', voided);
    link.recorded_at := at;
    link.batch_id := the_batch;
    link.written_at := at;
    link.run_id := batch->>'runId';
    link.prev_hash := last_hash;
    link.hash := event_hash(link);
    last_hash := link.hash;
    insert into case_event values (link.*);
    delete from message where case_no = the_case and batch_id = any (voided_batches);
    delete from sms where case_no = the_case and batch_id = any (voided_batches) and state = 'pending' and attempts = 0;
  end if;

  if is_full then
    perform clear_projection(the_case);
  end if;

  for link in
    select the_case, last_entry + e.place::integer, (e.event->>'seq')::integer, e.event->>'type', e.event->'data',
      (e.event->>'version')::integer, e.event->>'by', (e.event->>'occurredOn')::date, (e.event->>'recordedAt')::timestamptz,
      e.event#>>'{command,key}', e.event#>>'{command,bodyMac}', e.event#>>'{command,action}',
      the_batch, at, batch->>'runId', the_digest, null::bytea, null::bytea, null::timestamptz, null::text
    from jsonb_array_elements(events) with ordinality e (event, place) order by e.place
  loop
    link.prev_hash := last_hash;
    link.hash := event_hash(link);
    last_hash := link.hash;
    insert into case_event values (link.*);
  end loop;

  perform write_projection(the_case, the_batch, the_digest, batch->>'runId', batch->'rows');

  return jsonb_build_object(
    'seq', greatest(from_seq + jsonb_array_length(events) - 1, 0), 'digest', the_digest, 'calendarVersion', newest);
end $$;
`;
