-- A committee's own days: closed though others work, or working though others rest. Laid over the official calendar by
-- organization/rules/calendar.ts.
create table closing_day (
  committee_id uuid not null references committee,
  day date not null,
  working boolean not null,
  -- 搬迁盘点, as residents read it.
  name text not null check (length(name) between 1 and 20),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (committee_id, day),
  foreign key (committee_id, made_by) references staff (committee_id, account_id)
);
select app.protect('closing_day');

-- Committees this person directs or is secretary of: they decide about people, days and the ladder. Officers serve whole, but do not.
-- What a person serves was worked out when the request began, so one whose post has ended meanwhile is not among them.
create function app.directed() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct committee_id), '{}') from post
  where account_id = app.account_id() and kind in ('director', 'secretary') and until is null and committee_id = any (app.committees())
$$;
revoke all on function app.directed() from public;
grant execute on function app.directed() to zx_app;

create policy public_board on closing_day for select to zx_app using (true);
create policy directed_new on closing_day for insert to zx_app
  with check (committee_id = any ((select app.directed())::uuid[]) and made_by = (select app.account_id()));
create policy directed_change on closing_day for update to zx_app
  using (committee_id = any ((select app.directed())::uuid[]))
  with check (committee_id = any ((select app.directed())::uuid[]) and made_by = (select app.account_id()));
create policy directed_end on closing_day for delete to zx_app using (committee_id = any ((select app.directed())::uuid[]));
grant select, insert, update (working, name, made_by, made_at), delete on closing_day to zx_app;
-- The timer counts working time too.
create policy public_board_jobs on closing_day for select to zx_jobs using (true);
grant select on closing_day to zx_jobs;

-- The street's people paired with a committee (对口联系): of a section (科室), and division heads (处级干部). They serve neither whole
-- nor a block: they own what was passed to them.
alter table post drop constraint post_kind_check;
alter table post
  add constraint post_kind_check check (kind in ('leader', 'deputy', 'director', 'secretary', 'officer', 'worker', 'section', 'head')),
  add column section_name text check (length(section_name) between 1 and 12),
  add constraint post_section_is_named check ((kind = 'section') = (section_name is not null));

create or replace view serving with (security_invoker = true) as
select s.committee_id, s.account_id, s.name, coalesce(p.kind, 'worker') as post, b.name as block_name, p.section_name as section
from staff s
left join lateral (
  select kind, block_id, section_name from post
  where post.committee_id = s.committee_id and post.account_id = s.account_id
  order by post.until is not null, array_position(array['director', 'secretary', 'leader', 'officer', 'deputy', 'section', 'head', 'worker'], post.kind), post.since desc
  limit 1
) p on true
left join block b on b.committee_id = s.committee_id and b.id = p.block_id;

-- Chains told before there were sections.
update demand set route = (
  select coalesce(jsonb_agg(case when jsonb_typeof(link -> 'staff') = 'object' then jsonb_set(link, '{staff,section}', 'null') else link end order by place), '[]')
  from jsonb_array_elements(route) with ordinality as links (link, place));
