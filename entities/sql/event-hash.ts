/**
 * What a link of the chain covers: everything an event says, and nothing that a rotation of keys rewrites (personal values stand
 * in the data as references). Times are written in UTC to the microsecond, so that no session setting changes a hash. `e` is a row
 * of case_event. The verifier computes it from this text, not by the function in the database.
 */
export const eventHashOf = (e: string): string => `sha256(
  coalesce(${e}.prev_hash, ''::bytea) ||
  convert_to(
    jsonb_build_array(
      ${e}.case_no, ${e}.entry, ${e}.seq, ${e}.type, ${e}.data, ${e}.version, ${e}.actor,
      to_char(${e}.occurred_on, 'YYYY-MM-DD'),
      to_char(${e}.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      ${e}.command_key, ${e}.command_mac, ${e}.command_action, ${e}.batch_id,
      to_char(${e}.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      ${e}.digest
    )::text,
    'UTF8'
  )
)`;

export const eventHashFunction = `
create or replace function event_hash(e case_event) returns bytea language plpgsql stable as $$
begin
  return ${eventHashOf('e')};
end $$;
`;
