-- Joining a household by a code, leaving it, and what the two sides of a let flat may read of each other. The number is past 0240: what is used here
-- of visits and rights stands before it.

alter table resident add column if not exists left_at timestamptz;
-- Whoever has left uses nothing of the household any more.
alter table resident add check (left_at is null or account_id is null);
create index resident_left on resident (left_at) where left_at is not null;

-- A code printed for a household. It is shown once, when it is made; here lies its keyed hash (decision 023), and of each household one is open.
create table household_code (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  hash text not null unique,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references account on delete set null,
  -- A new one was made.
  ended_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade,
  foreign key (committee_id, made_by) references staff (committee_id, account_id),
  check (used_at is null or ended_at is null),
  check (used_by is null or used_at is not null)
);
select app.protect('household_code');
create unique index household_code_open on household_code (committee_id, household_id) where used_at is null and ended_at is null;
create index household_code_age on household_code (made_at);

-- Wrong tries within an hour, of a person and of a household. Reached by app.use_code alone.
create table code_try (
  subject_id uuid primary key,
  since timestamptz not null,
  tries int not null
);
select app.protect('code_try');
create index code_try_age on code_try (since);

-- Who left a household, or was taken out of it by whoever serves it, and why.
create table departure (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  resident_id uuid not null,
  label text not null,
  -- Null for somebody without an account.
  account_id uuid references account on delete set null,
  by_id uuid references account on delete set null,
  -- Empty for one's own leaving.
  why text not null check (length(why) <= 200),
  at timestamptz not null,
  primary key (committee_id, id),
  unique (committee_id, resident_id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade
);
select app.protect('departure');
create index departure_account on departure (account_id, at);
create index departure_household on departure (committee_id, household_id);

create policy servers on household_code for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[]));
create policy servers_make on household_code for insert to zx_app with check (
  made_by = (select app.account_id()) and used_at is null and ended_at is null
  and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])));
create policy servers_end on household_code for update to zx_app
  using (used_at is null and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])))
  with check (ended_at is not null);
grant select (committee_id, id, household_id, block_id, made_by, made_at, expires_at, used_at, ended_at),
  insert (committee_id, id, household_id, block_id, hash, made_by, made_at, expires_at), update (ended_at) on household_code to zx_app;
create policy expire on household_code for delete to zx_jobs using (true);
create policy expire_find on household_code for select to zx_jobs using (true);
grant delete, select (made_at) on household_code to zx_jobs;
create policy expire on code_try for delete to zx_jobs using (true);
create policy expire_find on code_try for select to zx_jobs using (true);
grant delete, select (since) on code_try to zx_jobs;
create policy expire on departure for delete to zx_jobs using (true);
create policy expire_find on departure for select to zx_jobs using (true);
grant delete, select (at) on departure to zx_jobs;
-- Thirty days after somebody left it is forgotten who it was; that somebody lived there stays.
create function app.forget_left(at timestamptz) returns void language sql volatile security definer set search_path = public, pg_temp as $$
  update resident set name = '已搬走' where left_at < forget_left.at - interval '30 days' and name <> '已搬走'
$$;
revoke all on function app.forget_left(timestamptz) from public;
grant execute on function app.forget_left(timestamptz) to zx_jobs;

create policy own_and_servers on departure for select to zx_app using (
  account_id = (select app.account_id())
  or block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[]));
create policy own_or_servers_new on departure for insert to zx_app with check (
  by_id = (select app.account_id()) and (
    (account_id = (select app.account_id()) and household_id = any ((select app.households())::uuid[]))
    or (account_id is distinct from (select app.account_id()) and why <> ''
      and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])))));
grant select, insert on departure to zx_app;

-- An owner who lets the flat and those who live in it do not read each other. Family and whoever cares for somebody belong to those who live there.
create function app.let_homes() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.household_id), '{}') from resident me join resident r on r.committee_id = me.committee_id and r.household_id = me.household_id
  where me.account_id = app.account_id() and r.left_at is null and r.relation in ('tenant', 'cotenant')
$$;
revoke all on function app.let_homes() from public;
grant execute on function app.let_homes() to zx_app;
drop policy with_household on resident;
create policy own_side_and_servers on resident for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[])
  or account_id = (select app.account_id())
  or (household_id = any ((select app.households())::uuid[]) and case
    when relation = 'owner' then household_id = any ((select app.owner_homes())::uuid[])
    when relation in ('tenant', 'cotenant') then household_id = any ((select app.tenant_homes())::uuid[])
    else household_id = any ((select app.tenant_homes())::uuid[]) or household_id <> all ((select app.let_homes())::uuid[]) end));
-- One leaves oneself; whoever serves the household takes out who moved away, never themselves.
create policy own_leaving on resident for update to zx_app
  using (left_at is null and account_id = (select app.account_id())) with check (left_at is not null and account_id is null);
create policy server_takes_out on resident for update to zx_app
  using (left_at is null and account_id is distinct from (select app.account_id())
    and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])))
  with check (left_at is not null and account_id is null);
grant update (left_at, account_id) on resident to zx_app;

-- One may tell of a household one can see.
create policy about_household on notice for insert to zx_app with check (
  state = 'queued' and read_at is null and subject = 'household' and about in ('memberLeft', 'memberRemoved')
  and exists (select from household h where h.committee_id = notice.committee_id and h.id = notice.subject_id));

-- Five wrong tries within an hour, then it waits. Locks the counter.
create function app.tries_of(subject uuid, at timestamptz) returns code_try
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into code_try as t (subject_id, since, tries) values (subject, at, 0)
  on conflict (subject_id) do update set
    since = case when t.since <= at - interval '1 hour' then at else t.since end,
    tries = case when t.since <= at - interval '1 hour' then 0 else t.tries end
  returning t.*
$$;

-- A code is tried by whoever is signed in. A wrong one is an answer and not an error, so that it is counted. Of two with one code one waits for the
-- other and then finds it used. Those of their own side, and whoever made the code, are told.
create function app.use_code(hashes text[], at timestamptz, wanted_name text, wanted_relation text, entry uuid, notices uuid[], depart timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.account_id();
  c household_code;
  h household;
  tried code_try := app.tries_of(me, at);
  behind code_try;
  resident_side boolean;
begin
  if tried.tries >= 5 then return jsonb_build_object('outcome', 'wait', 'until', app.instant(tried.since + interval '1 hour')); end if;
  select * into c from household_code where hash = any (hashes) for update;
  if c.id is not null then
    behind := app.tries_of(c.household_id, at);
    if behind.tries >= 5 then return jsonb_build_object('outcome', 'wait', 'until', app.instant(behind.since + interval '1 hour')); end if;
  end if;
  if c.id is null or c.used_at is not null or c.ended_at is not null or c.expires_at <= at then
    update code_try set tries = tries + 1 where subject_id in (me, c.household_id);
    return jsonb_build_object('outcome', case when c.id is null then 'unknown' when c.used_at is not null then 'used' when c.ended_at is not null then 'replaced' else 'expired' end, 'left', 4 - tried.tries);
  end if;
  if c.made_by = me then return jsonb_build_object('outcome', 'own'); end if;
  select * into h from household where committee_id = c.committee_id and id = c.household_id;
  if exists (select from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id = me) then
    return jsonb_build_object('outcome', 'member', 'label', h.label);
  end if;

  update household_code set used_at = at, used_by = me where committee_id = c.committee_id and id = c.id;
  delete from code_try where subject_id = me;
  -- Who stands in the archive already without the app is that person, and not one more.
  update resident set account_id = me where committee_id = h.committee_id and id = (
    select r.id from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id is null and r.left_at is null
      and r.name = wanted_name and r.relation = wanted_relation order by r.id limit 1);
  if not found then
    insert into resident (committee_id, id, household_id, block_id, name, relation, account_id)
      values (h.committee_id, entry, h.id, h.block_id, wanted_name, wanted_relation, me);
  end if;
  update join_request set state = 'confirmed', decided_by = c.made_by, decided_at = at
    where committee_id = h.committee_id and household_id = h.id and account_id = me and state = 'waiting';
  resident_side := wanted_relation <> 'owner';
  insert into notice (committee_id, id, to_id, about, subject, subject_id, title, at, state, next_at)
    select h.committee_id, notices[told.n], told.to_id, 'memberJoined', 'household', h.id, h.label, at, 'queued', depart
    from (select row_number() over () as n, who.to_id from (
      select c.made_by as to_id
      union select r.account_id from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.account_id <> me and r.left_at is null
        and ((r.relation <> 'owner') = resident_side
          or not exists (select from resident t where t.committee_id = h.committee_id and t.household_id = h.id and t.left_at is null and t.relation in ('tenant', 'cotenant')))) who) told
    where told.n <= cardinality(notices);
  return jsonb_build_object('outcome', 'joined', 'committeeId', h.committee_id, 'householdId', h.id, 'label', h.label);
end
$$;
revoke all on function app.tries_of(uuid, timestamptz), app.use_code(text[], timestamptz, text, text, uuid, uuid[], timestamptz) from public;
grant execute on function app.use_code(text[], timestamptz, text, text, uuid, uuid[], timestamptz) to zx_app;

-- One who left is of no household any more: neither side counts them.
create or replace function app.owner_homes() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.household_id), '{}') from resident r
  where r.account_id = app.account_id() and r.household_id = any (app.households())
    and (r.relation = 'owner' or (r.relation in ('family', 'carer')
      and not exists (select from resident t where t.committee_id = r.committee_id and t.household_id = r.household_id and t.left_at is null and t.relation in ('tenant', 'cotenant'))))
$$;
create or replace function app.tenant_homes() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.household_id), '{}') from resident r
  where r.account_id = app.account_id() and r.household_id = any (app.households())
    and (r.relation in ('tenant', 'cotenant') or (r.relation in ('family', 'carer')
      and exists (select from resident t where t.committee_id = r.committee_id and t.household_id = r.household_id and t.left_at is null and t.relation in ('tenant', 'cotenant'))))
$$;
