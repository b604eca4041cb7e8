-- How long what is kept (docs/data-map.md). What is past its time goes by these, called by the timer alone; nothing that is open is ever touched.
alter table demand add column forgotten_at timestamptz;
create index demand_past on demand (closed_at) where closed_at is not null and forgotten_at is null;

-- Stands where a person stood whose matter is past its time.
insert into account (id, name, made_at) values ('00000000-0000-7000-8000-000000000000', '居民', '2026-11-24T00:00:00Z');

-- Three years after its end a demand keeps kind, theme, days and block, so that figures stay; who it was and what was said go.
create function app.forget_demands(at timestamptz, most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  nobody constant uuid := '00000000-0000-7000-8000-000000000000';
  past record;
  done int := 0;
begin
  for past in select committee_id, id, filed_by from demand where closed_at < at - interval '3 years' and forgotten_at is null order by closed_at limit most for update skip locked loop
    update demand_entry set text = case when text is null then null else '（到了保存的年限，已经删去）' end, by_id = case when by_id = past.filed_by then nobody else by_id end, by_name = null,
      to_name = null, decided_reason = null where committee_id = past.committee_id and demand_id = past.id;
    delete from demand_rating where committee_id = past.committee_id and demand_id = past.id;
    delete from demand_seen where committee_id = past.committee_id and demand_id = past.id;
    delete from demand_snooze where committee_id = past.committee_id and demand_id = past.id;
    delete from phone_try t using phone_call c where c.committee_id = past.committee_id and c.demand_id = past.id and t.committee_id = c.committee_id and t.call_id = c.id;
    delete from phone_call where committee_id = past.committee_id and demand_id = past.id;
    update demand set title = '（已经删去）', text = '（到了保存的年限，已经删去）', place = '', last_line = '', answers = '[]', filer_name = '居民', filer_phone_sealed = null, household_id = null, kept_from = null, rated = null,
      filed_by = case when past.filed_by is null then null else nobody end, forgotten_at = at where committee_id = past.committee_id and id = past.id;
    done := done + 1;
  end loop;
  return done;
end
$$;

-- Notices after a year; requests about one's own information and told phone calls after three.
create function app.expire_records(at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from notice where at < expire_records.at - interval '1 year' and state not in ('queued', 'sending');
  delete from rights_request where decided_at < expire_records.at - interval '3 years';
$$;

-- Photos of a demand a year after its end; the files are taken away first, by whoever asks.
create function app.photos_past(at timestamptz, most int) returns table (committee_id uuid, id uuid, refs text[])
language sql volatile security definer set search_path = public, pg_temp as $$
  select p.committee_id, p.id, array_remove(array[p.full_ref, p.thumb_ref], null) from demand d join photo p on p.committee_id = d.committee_id and p.demand_id = d.id
  where d.closed_at < photos_past.at - interval '1 year' order by d.closed_at limit most for update of p skip locked
$$;
create function app.forget_photos(wanted uuid[], at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from photo p using demand d
  where p.id = any (wanted) and d.committee_id = p.committee_id and d.id = p.demand_id and d.closed_at < forget_photos.at - interval '1 year'
$$;
revoke all on function app.forget_demands(timestamptz, int), app.expire_records(timestamptz), app.photos_past(timestamptz, int), app.forget_photos(uuid[], timestamptz) from public;
grant execute on function app.forget_demands(timestamptz, int), app.expire_records(timestamptz), app.photos_past(timestamptz, int), app.forget_photos(uuid[], timestamptz) to zx_jobs;
