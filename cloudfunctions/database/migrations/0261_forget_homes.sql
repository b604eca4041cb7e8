-- Thirty days after a household moved out nothing of it stays but that somebody lived there: no wish, no class, no word of a visit, no note. What it
-- filed keeps its own time (0241).
create or replace function app.forget_left(at timestamptz) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  gone uuid[];
  homes uuid[];
  past constant text := '（已经删去）';
begin
  select coalesce(array_agg(id), '{}') into homes from household where moved_out_at < forget_left.at - interval '30 days' and anonymised_at is null;
  select coalesce(array_agg(id), '{}') into gone from resident where left_at < forget_left.at - interval '30 days' and name <> '已搬走';
  delete from household_care where resident_id = any (gone) or household_id = any (homes);
  update archive_change set old = null, new = null, old_sealed = null, new_sealed = null where resident_id = any (gone) or household_id = any (homes);
  update resident set name = '已搬走', birth_year = null, phone_sealed = null, phone_index = null, email_sealed = null, roles = '{}' where id = any (gone);
  if homes <> '{}' then
    delete from class_decision where household_id = any (homes);
    delete from visit_note n using visit v where v.household_id = any (homes) and n.committee_id = v.committee_id and n.visit_id = v.id;
    update visit_entry e set text = past from visit v where v.household_id = any (homes) and e.committee_id = v.committee_id and e.visit_id = v.id and e.text is not null;
    update visit_helper p set what = past from visit v where v.household_id = any (homes) and p.committee_id = v.committee_id and p.visit_id = v.id;
    update visit set purpose = past, summary = case when summary is null then null else past end where household_id = any (homes);
    update visit_attempt set purpose = past, who = null where household_id = any (homes);
    update visit_consent set purpose = past, who = past where household_id = any (homes);
    update opening set why = past where household_id = any (homes);
    update departure set why = case when why = '' then '' else past end where household_id = any (homes);
    update household set no_home_visits = false, channels = '{}', hours = null, never = '{}', language = null, wish_at = null, anonymised_at = forget_left.at where id = any (homes);
  end if;
  -- What can not be undone any more needs no list of what it moved.
  update home_change set moved = '{}', why = case when home_change.household_id = any (homes) then past else home_change.why end where home_change.at < forget_left.at - interval '30 days' and moved <> '{}';
end
$$;
