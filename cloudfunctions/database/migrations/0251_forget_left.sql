-- Thirty days after somebody left nothing of them stays but that a person lived there: not the number, not the year, not what was written of their
-- care, nor what any of it was before.
create or replace function app.forget_left(at timestamptz) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  gone uuid[];
begin
  select coalesce(array_agg(id), '{}') into gone from resident where left_at < forget_left.at - interval '30 days' and name <> '已搬走';
  delete from household_care where resident_id = any (gone);
  update archive_change set old = null, new = null, old_sealed = null, new_sealed = null where resident_id = any (gone);
  update resident set name = '已搬走', birth_year = null, phone_sealed = null, phone_index = null, email_sealed = null, roles = '{}' where id = any (gone);
end
$$;
