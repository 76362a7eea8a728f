/**
 * Numbers of closed cases, one row a case, taken once from its frozen clocks. A case that closes is put on `result_due` by a trigger; the
 * minute's work takes it from there. A case that is open again (its closing was voided) loses its row.
 */
export const supervisionResults = {
  up: `
    create table case_result (
      case_no text primary key,
      agency text not null,
      unit text,
      person text,
      item_code text,
      outcome text,
      concluded_on date not null,
      statutory_days integer,
      statutory_used integer,
      statutory_in_time boolean,
      promised_days integer,
      promised_used integer,
      promised_in_time boolean,
      repaired_days integer not null default 0,
      supplements integer not null default 0,
      second_notices integer not null default 0,
      returns integer not null default 0,
      escalations integer not null default 0
    );
    create index case_result_of_agency on case_result (agency, concluded_on);

    create table result_due (
      case_no text primary key,
      since timestamptz not null default now()
    );
    create function note_result_due() returns trigger language plpgsql as $$
    begin
      if new.open then
        delete from case_result where case_no = new.case_no;
        delete from result_due where case_no = new.case_no;
      else
        insert into result_due (case_no) values (new.case_no) on conflict (case_no) do nothing;
      end if;
      return null;
    end $$;
    create trigger case_file_closed after insert on case_file
      for each row when (not new.open) execute function note_result_due();
    create trigger case_file_turned after update on case_file
      for each row when (new.open is distinct from old.open) execute function note_result_due();`,
  down: `
    drop trigger case_file_closed on case_file;
    drop trigger case_file_turned on case_file;
    drop function note_result_due;
    drop table result_due, case_result;`,
};
