-- A visit (走访), online or at the door: one entity, because one counts as much as the other. What lies behind a wish, and every veto of a
-- visit at the door, is in 0235.

-- In which homes this person stands on the owner's side, and in which on the tenants': an owner who lets the flat and those who live in it
-- do not read each other's visits. Family and whoever cares for somebody belong to those who live there.
create function app.owner_homes() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.household_id), '{}') from resident r
  where r.account_id = app.account_id() and r.household_id = any (app.households())
    and (r.relation = 'owner' or (r.relation in ('family', 'carer')
      and not exists (select from resident t where t.committee_id = r.committee_id and t.household_id = r.household_id and t.relation in ('tenant', 'cotenant'))))
$$;
create function app.tenant_homes() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.household_id), '{}') from resident r
  where r.account_id = app.account_id() and r.household_id = any (app.households())
    and (r.relation in ('tenant', 'cotenant') or (r.relation in ('family', 'carer')
      and exists (select from resident t where t.committee_id = r.committee_id and t.household_id = r.household_id and t.relation in ('tenant', 'cotenant'))))
$$;
revoke all on function app.owner_homes(), app.tenant_homes() from public;
grant execute on function app.owner_homes(), app.tenant_homes() to zx_app;

-- When somebody is open to be talked to, as they published it: evenings are normal. A weekly pattern is written out as its single times.
create table visit_slot (
  committee_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  starts_at timestamptz not null,
  minutes smallint not null check (minutes between 5 and 120),
  -- Whoever has it; null while it is free.
  visit_id uuid,
  primary key (committee_id, id),
  unique (committee_id, host_id, starts_at),
  unique (committee_id, visit_id),
  foreign key (committee_id, host_id) references staff (committee_id, account_id)
);
select app.protect('visit_slot');

create table visit (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  mode text not null check (mode in ('online', 'home')),
  state text not null check (state in ('asked', 'proposed', 'booked', 'held', 'summarised', 'confirmed', 'cancelled', 'missed')),
  -- Whose: of the owner's side or of the tenants'; null concerns the whole door.
  side text check (side in ('owner', 'tenant')),
  purpose text not null check (length(purpose) between 1 and 200),
  about text check (about in ('service', 'demand', 'leader', 'archive')),
  service_slug text,
  -- No foreign key: a demand may move to another committee, the visit stays.
  demand_id uuid,
  asked_by uuid not null references account,
  -- Begun by one who serves.
  invited boolean not null default false,
  host_id uuid not null,
  channel text check (channel in ('app', 'wechat', 'phone', 'email', 'other')),
  -- Who comes, of a visit at the door: 赵师傅，水电工.
  who text check (length(who) between 1 and 60),
  minutes smallint not null default 20 check (minutes between 5 and 600),
  starts_at timestamptz,
  ends_at timestamptz,
  -- Times somebody has proposed and the other side may take: a list of moments.
  offers jsonb not null default '[]' check (jsonb_typeof(offers) = 'array' and jsonb_array_length(offers) <= 3),
  slot_id uuid,
  consent_id uuid,
  summary text check (length(summary) between 2 and 2000),
  -- How often its time has changed: SEQUENCE of its calendar file.
  moves smallint not null default 0,
  -- People of the household who are told.
  told uuid[] not null default '{}',
  -- When the timer looks again.
  watch_at timestamptz,
  made_at timestamptz not null,
  last_at timestamptz not null,
  last_by uuid,
  -- Since when the visit has been held, whoever confirmed what came of it.
  held_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade,
  foreign key (committee_id, host_id) references staff (committee_id, account_id),
  foreign key (committee_id, service_slug) references service_item (committee_id, slug),
  foreign key (committee_id, slot_id) references visit_slot (committee_id, id),
  constraint visit_mode check (case mode
    when 'online' then channel is not null and side is not null and about is not null and who is null and consent_id is null
    else channel is null and slot_id is null and who is not null and starts_at is not null and state not in ('asked', 'proposed') end),
  constraint visit_times check ((starts_at is null) = (ends_at is null) and ends_at > starts_at),
  constraint visit_has_its_time check (state in ('asked', 'proposed', 'cancelled') or starts_at is not null),
  constraint visit_open_has_none check (mode = 'home' or state not in ('asked', 'proposed') or (starts_at is null and slot_id is null)),
  constraint visit_summary check ((state not in ('summarised', 'confirmed') or mode = 'home') or summary is not null),
  constraint visit_held check ((held_at is not null) = (state in ('held', 'summarised', 'confirmed'))),
  constraint visit_not_with_oneself check (host_id <> asked_by or invited or mode = 'home')
);
select app.protect('visit');
alter table visit_slot add foreign key (committee_id, visit_id) references visit (committee_id, id);
create index visit_household on visit (committee_id, household_id, made_at desc, id desc);
create index visit_hosted on visit (host_id, starts_at, id) where state in ('asked', 'proposed', 'booked', 'held', 'summarised', 'missed');
create index visit_hosted_past on visit (host_id, last_at desc, id desc) where state in ('confirmed', 'cancelled');
create index visit_block on visit (committee_id, block_id, starts_at) where state in ('asked', 'proposed', 'booked', 'held', 'summarised', 'missed');
create index visit_last_held on visit (committee_id, household_id, held_at desc) where held_at is not null;
create index visit_watched on visit (watch_at, id) where watch_at is not null;
-- A household has one invitation before it at a time.
create unique index visit_one_invitation on visit (committee_id, household_id, side) where invited and mode = 'online' and state = 'proposed';
create unique index visit_one_slot on visit (committee_id, slot_id) where slot_id is not null and state <> 'cancelled';

-- Messages and history in one. Rows are only ever added.
create table visit_entry (
  committee_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  at timestamptz not null,
  -- Null for the system.
  by_id uuid references account,
  step text not null check (step in ('ask', 'invite', 'propose', 'accept', 'move', 'cancel', 'say', 'hold', 'summarise', 'confirm', 'correct', 'standIn', 'miss')),
  from_state text,
  state text not null,
  text text check (length(text) between 1 and 2000),
  -- Its time from then on, where the step sets one.
  starts_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, visit_id) references visit (committee_id, id) on delete cascade,
  constraint visit_entry_words check (step not in ('say', 'summarise', 'correct') or text is not null)
);
select app.protect('visit_entry');
create index visit_entry_thread on visit_entry (committee_id, visit_id, at, id);

-- What a visit has become: a need is a demand, with the visit as its channel. No foreign key to the demand, which may move.
create table visit_need (
  committee_id uuid not null,
  visit_id uuid not null,
  demand_id uuid not null,
  primary key (committee_id, visit_id, demand_id),
  foreign key (committee_id, visit_id) references visit (committee_id, id) on delete cascade
);
select app.protect('visit_need');

-- Somebody of the household may like to lend a hand: an invitation, theirs to accept. Nothing comes of it before they do.
create table visit_helper (
  committee_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  what text not null check (length(what) between 1 and 100),
  state text not null check (state in ('asked', 'accepted', 'declined')),
  answered_by uuid references account,
  answered_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, visit_id) references visit (committee_id, id) on delete cascade,
  check ((state = 'asked') = (answered_at is null) and (answered_at is null) = (answered_by is null))
);
select app.protect('visit_helper');
create index visit_helper_visit on visit_helper (committee_id, visit_id);

-- What a host writes down for themselves: nobody else reads it, sealed because of what it may hold.
create table visit_note (
  committee_id uuid not null,
  visit_id uuid not null,
  account_id uuid not null references account on delete cascade,
  text_sealed text not null check (length(text_sealed) <= 8000),
  at timestamptz not null,
  primary key (committee_id, visit_id, account_id),
  foreign key (committee_id, visit_id) references visit (committee_id, id) on delete cascade
);
select app.protect('visit_note');

-- Nobody talks with two households at once. The method holds the host and looks first; this stands where a statement did not.
create function app.guard_visit_times() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.committee_id::text || new.host_id::text, 230));
  if exists (select from visit v where v.host_id = new.host_id and v.committee_id = new.committee_id and v.id <> new.id and v.mode = 'online' and v.state = 'booked'
      and v.starts_at < new.ends_at and new.starts_at < v.ends_at) then
    raise exclusion_violation using message = 'the host talks with another household then';
  end if;
  return new;
end
$$;
revoke all on function app.guard_visit_times() from public;
create trigger guard_times before insert or update of state, host_id, starts_at, ends_at on visit
  for each row when (new.mode = 'online' and new.state = 'booked') execute function app.guard_visit_times();

-- When a host is not free, and nothing about with whom. For anybody who is signed in.
create function app.busy_times(wanted_committee uuid, wanted_host uuid, since timestamptz, until timestamptz)
returns table ("startsAt" timestamptz, "endsAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.starts_at, v.ends_at from visit v
  where v.committee_id = wanted_committee and v.host_id = wanted_host and v.state = 'booked' and v.starts_at < until and since < v.ends_at and app.account_id() is not null
  order by v.starts_at
$$;
revoke all on function app.busy_times(uuid, uuid, timestamptz, timestamptz) from public;
grant execute on function app.busy_times(uuid, uuid, timestamptz, timestamptz) to zx_app;

-- The household's side, its host, the leader and deputy of its block, those who serve the committee whole. Nobody else.
create policy side_and_servers on visit for select to zx_app using (
  host_id = (select app.account_id())
  or committee_id = any ((select app.committees())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or (side is null and household_id = any ((select app.households())::uuid[]))
  or (side = 'owner' and household_id = any ((select app.owner_homes())::uuid[]))
  or (side = 'tenant' and household_id = any ((select app.tenant_homes())::uuid[])));
create policy side_asks_servers_invite on visit for insert to zx_app with check (
  asked_by = (select app.account_id())
  and (committee_id = any ((select app.committees())::uuid[])
    or block_id = any ((select app.blocks())::uuid[])
    or (mode = 'online' and not invited and side = 'owner' and household_id = any ((select app.owner_homes())::uuid[]))
    or (mode = 'online' and not invited and side = 'tenant' and household_id = any ((select app.tenant_homes())::uuid[]))));
create policy side_and_servers_move on visit for update to zx_app using (
  host_id = (select app.account_id())
  or committee_id = any ((select app.committees())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or (side is null and household_id = any ((select app.households())::uuid[]))
  or (side = 'owner' and household_id = any ((select app.owner_homes())::uuid[]))
  or (side = 'tenant' and household_id = any ((select app.tenant_homes())::uuid[])))
  with check (
  host_id = (select app.account_id())
  or committee_id = any ((select app.committees())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or (side is null and household_id = any ((select app.households())::uuid[]))
  or (side = 'owner' and household_id = any ((select app.owner_homes())::uuid[]))
  or (side = 'tenant' and household_id = any ((select app.tenant_homes())::uuid[])));
grant select,
  insert (committee_id, id, household_id, block_id, mode, state, side, purpose, about, service_slug, demand_id, asked_by, invited, host_id, channel, who, minutes, starts_at, ends_at,
    offers, slot_id, consent_id, told, watch_at, made_at, last_at, last_by),
  update (state, channel, starts_at, ends_at, offers, slot_id, summary, moves, told, watch_at, last_at, last_by, held_at)
  on visit to zx_app;

-- What is said and done follows its visit.
create policy with_visit on visit_entry for select to zx_app using (
  exists (select from visit v where v.committee_id = visit_entry.committee_id and v.id = visit_entry.visit_id));
create policy own_step on visit_entry for insert to zx_app with check (
  by_id = (select app.account_id()) and step not in ('standIn', 'miss')
  and exists (select from visit v where v.committee_id = visit_entry.committee_id and v.id = visit_entry.visit_id));
grant select, insert on visit_entry to zx_app;

create policy with_visit on visit_need for select to zx_app using (
  exists (select from visit v where v.committee_id = visit_need.committee_id and v.id = visit_need.visit_id));
create policy by_host on visit_need for insert to zx_app with check (
  exists (select from visit v where v.committee_id = visit_need.committee_id and v.id = visit_need.visit_id and v.host_id = (select app.account_id())));
grant select, insert on visit_need to zx_app;

create policy with_visit on visit_helper for select to zx_app using (
  exists (select from visit v where v.committee_id = visit_helper.committee_id and v.id = visit_helper.visit_id));
create policy by_host on visit_helper for insert to zx_app with check (
  state = 'asked' and exists (select from visit v where v.committee_id = visit_helper.committee_id and v.id = visit_helper.visit_id and v.host_id = (select app.account_id())));
-- Answered once, by the household and never by whoever serves it.
create policy side_answers on visit_helper for update to zx_app using (
  state = 'asked' and exists (select from visit v where v.committee_id = visit_helper.committee_id and v.id = visit_helper.visit_id
    and v.host_id <> (select app.account_id()) and v.household_id = any ((select app.households())::uuid[])))
  with check (state <> 'asked' and answered_by = (select app.account_id()));
grant select, insert (committee_id, id, visit_id, what, state), update (state, answered_by, answered_at) on visit_helper to zx_app;

create policy own on visit_note for select to zx_app using (account_id = (select app.account_id()));
create policy own_new on visit_note for insert to zx_app with check (
  account_id = (select app.account_id()) and exists (select from visit v where v.committee_id = visit_note.committee_id and v.id = visit_note.visit_id and v.host_id = (select app.account_id())));
create policy own_later on visit_note for update to zx_app using (account_id = (select app.account_id())) with check (account_id = (select app.account_id()));
grant select, insert, update (text_sealed, at) on visit_note to zx_app;

-- When somebody may be talked to is read by who lives in the committee's area and by those who serve it.
create policy lives_here_or_serves on visit_slot for select to zx_app using (
  host_id = (select app.account_id())
  or committee_id = any ((select app.committees())::uuid[])
  or exists (select from household h where h.committee_id = visit_slot.committee_id and h.id = any ((select app.households())::uuid[])));
create policy own_new on visit_slot for insert to zx_app with check (host_id = (select app.account_id()) and visit_id is null);
create policy own_free_gone on visit_slot for delete to zx_app using (host_id = (select app.account_id()) and visit_id is null);
-- Taken and given back with a visit one has part in.
create policy with_visit on visit_slot for update to zx_app using (
  visit_id is null or exists (select from visit v where v.committee_id = visit_slot.committee_id and v.id = visit_slot.visit_id))
  with check (visit_id is null or exists (select from visit v where v.committee_id = visit_slot.committee_id and v.id = visit_slot.visit_id and v.host_id = visit_slot.host_id));
grant select, insert (committee_id, id, host_id, starts_at, minutes), update (visit_id), delete on visit_slot to zx_app;

-- Who is to talk with a household knows how it wishes to be reached: a stand-in from another block too.
create policy visit_host on household for select to zx_app using (
  exists (select from visit v where v.committee_id = household.committee_id and v.household_id = household.id and v.host_id = (select app.account_id())
    and v.state in ('asked', 'proposed', 'booked', 'held', 'summarised', 'missed')));

alter table notice drop constraint notice_subject_check, add constraint notice_subject_check check (subject in ('demand', 'joinRequest', 'meeting', 'day', 'visit'));
create policy about_seen_visit on notice for insert to zx_app with check (
  state = 'queued' and read_at is null and subject = 'visit'
  and exists (select from visit v where v.committee_id = notice.committee_id and v.id = notice.subject_id));

-- The timer reminds, finds what was missed, and gives what a host can not keep to who stands in. It reads neither purpose nor summary.
create policy watched on visit for select to zx_jobs using (true);
create policy watch on visit for update to zx_jobs using (state in ('asked', 'proposed', 'booked')) with check (state in ('asked', 'proposed', 'booked', 'missed'));
grant select (committee_id, id, household_id, block_id, mode, state, side, host_id, channel, minutes, starts_at, ends_at, slot_id, moves, told, watch_at),
  update (state, host_id, starts_at, ends_at, offers, slot_id, moves, watch_at, last_at, last_by) on visit to zx_jobs;
create policy watch_entry on visit_entry for insert to zx_jobs with check (by_id is null and step in ('standIn', 'miss'));
grant insert (committee_id, id, visit_id, at, by_id, step, from_state, state, starts_at) on visit_entry to zx_jobs;
create policy watch_slot on visit_slot for select to zx_jobs using (true);
create policy give_back_slot on visit_slot for update to zx_jobs using (visit_id is not null) with check (visit_id is null);
grant select, update (visit_id) on visit_slot to zx_jobs;
create policy watch_visit on notice for insert to zx_jobs with check (state = 'queued' and read_at is null and subject = 'visit');
