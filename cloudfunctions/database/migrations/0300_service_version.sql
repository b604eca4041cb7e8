-- The writing of the service list. `service_item` stays what residents read, one row an item; each writing of it is a version, and publishing
-- copies the content of one version into the item.
alter table service_item
  -- Number of the version that hangs out; paper carries it, so that sheet and phone can be compared.
  add column version int not null default 1 check (version > 0),
  -- Null for the list a committee began with.
  add column published_at timestamptz,
  -- By then somebody looks whether it is still true.
  add column next_check date;
update service_item set next_check = (as_of + interval '12 months')::date;
alter table service_item alter column next_check set not null;
create index service_item_check on service_item (committee_id, next_check) where state = 'published';

create table service_version (
  committee_id uuid not null references committee,
  slug text not null check (slug ~ '^[a-z0-9-]{1,60}$'),
  number int not null check (number > 0),
  -- As `ServiceContent` of contract/serviceEditing.ts.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- Counts the savings: who saves on top of another is shown the other's words.
  revision int not null default 1 check (revision > 0),
  state text not null check (state in ('draft', 'review', 'scheduled', 'published', 'replaced', 'retired')),
  publish_at timestamptz,
  -- Null for the list a committee began with.
  made_by uuid references account,
  made_at timestamptz not null,
  changed_by uuid references account,
  changed_at timestamptz not null,
  -- Who let it out, or will have when its hour comes.
  decided_by uuid references account,
  primary key (committee_id, slug, number),
  constraint scheduled_has_its_hour check (state <> 'scheduled' or (publish_at is not null and decided_by is not null))
);
-- One that is being written, and one that hangs out: never two.
create unique index service_version_open on service_version (committee_id, slug) where state in ('draft', 'review', 'scheduled');
create unique index service_version_published on service_version (committee_id, slug) where state = 'published';
create index service_version_due on service_version (publish_at) where state = 'scheduled';
select app.protect('service_version');

-- Who did what with an item, when and why: its history in words.
create table service_step (
  committee_id uuid not null references committee,
  id uuid not null,
  slug text not null,
  number int not null,
  step text not null check (step in ('begun', 'sent', 'givenBack', 'published', 'scheduled', 'withdrawn', 'retired', 'checked', 'rolledBack', 'discarded')),
  -- Null when its hour came by itself.
  by_id uuid references account,
  at timestamptz not null,
  why text not null default '' check (length(why) <= 200),
  primary key (committee_id, id)
);
create index service_step_item on service_step (committee_id, slug, id desc);
select app.protect('service_step');

-- What an item says, as a version holds it. Words for search are those of its search text that have Han characters and are not the title.
create function app.service_content(item service_item) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_object('title', item.title, 'summary', item.summary, 'category', item.category, 'committeeRole', item.committee_role, 'audience', item.audience,
    'materials', item.materials, 'steps', item.steps, 'place', item.place, 'hours', item.hours, 'phone', item.phone, 'fee', item.fee, 'timeLimit', item.time_limit, 'basis', item.basis,
    'link', case when item.link_url is not null then jsonb_build_object('name', item.link_name, 'url', item.link_url) end, 'caution', item.caution,
    'keywords', array(select word from regexp_split_to_table(item.search, '\s+') with ordinality as words (word, place) where word ~ '[一-鿿]' and word <> item.title order by place),
    'asOf', item.as_of, 'source', item.source, 'confidence', item.confidence, 'nextCheck', item.next_check, 'signedInOnly', item.signed_in_only)
$$;
revoke all on function app.service_content(service_item) from public;

insert into service_version (committee_id, slug, number, content, state, made_at, changed_at)
select committee_id, slug, version, app.service_content(service_item), state, as_of, as_of from service_item;

-- Written by those who serve the committee whole; let out and taken in by director and secretary alone.
create policy whole_reads on service_item for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
create policy directed_new on service_item for insert to zx_app with check (committee_id = any ((select app.directed())::uuid[]));
create policy directed_change on service_item for update to zx_app
  using (committee_id = any ((select app.directed())::uuid[])) with check (committee_id = any ((select app.directed())::uuid[]));

create policy whole_reads on service_version for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
create policy whole_new on service_version for insert to zx_app
  with check (committee_id = any ((select app.committees())::uuid[]) and state = 'draft' and made_by = (select app.account_id()) and changed_by = (select app.account_id()));
create policy whole_change on service_version for update to zx_app
  using (committee_id = any ((select app.committees())::uuid[]) and state in ('draft', 'review'))
  with check (committee_id = any ((select app.committees())::uuid[]) and changed_by = (select app.account_id())
    and (state in ('draft', 'review') or state = 'retired' and decided_by is null));
create policy directed_change on service_version for update to zx_app
  using (committee_id = any ((select app.directed())::uuid[])) with check (committee_id = any ((select app.directed())::uuid[]));

create policy whole_reads on service_step for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
create policy whole_new on service_step for insert to zx_app
  with check (committee_id = any ((select app.committees())::uuid[]) and by_id = (select app.account_id())
    and (step in ('begun', 'sent', 'givenBack', 'rolledBack', 'discarded') or committee_id = any ((select app.directed())::uuid[])));

grant insert (committee_id, slug, seq, state, popular, signed_in_only, category, committee_role, title, summary, audience, materials, steps, place, hours, phone, fee, time_limit, basis, link_name, link_url,
    caution, search, as_of, source, confidence, verified_by, version, published_at, next_check),
  update (state, signed_in_only, category, committee_role, title, summary, audience, materials, steps, place, hours, phone, fee, time_limit, basis, link_name, link_url,
    caution, search, as_of, source, confidence, verified_by, version, published_at, next_check) on service_item to zx_app, zx_jobs;
grant select, insert (committee_id, slug, number, content, state, made_by, made_at, changed_by, changed_at), update (content, revision, state, publish_at, changed_by, changed_at, decided_by) on service_version to zx_app;
grant select, insert on service_step to zx_app;

-- The timer lets out what has its hour.
create policy jobs_reads on service_item for select to zx_jobs using (true);
create policy jobs_new on service_item for insert to zx_jobs with check (state = 'published');
create policy jobs_change on service_item for update to zx_jobs using (true) with check (state = 'published');
grant select on service_item to zx_jobs;
create policy jobs_reads on service_version for select to zx_jobs using (state in ('scheduled', 'published', 'replaced'));
create policy jobs_change on service_version for update to zx_jobs using (state in ('scheduled', 'published')) with check (state in ('published', 'replaced'));
grant select, update (state) on service_version to zx_jobs;
create policy jobs_new on service_step for insert to zx_jobs with check (step = 'published' and by_id is null);
grant insert on service_step to zx_jobs;
