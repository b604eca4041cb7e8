-- A household that does not want visits at home gets none, on whatever way one is written: by the application, an import, what a phone kept, or a
-- statement of the application's role. What opens the door is a consent of that household's own: for one person, one purpose, one span, once.

create table visit_consent (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  -- No foreign key: a demand may move to another committee, the consent stays with the door.
  demand_id uuid,
  -- 赵师傅，水电工
  who text not null check (length(who) between 1 and 60),
  purpose text not null check (length(purpose) between 1 and 200),
  from_at timestamptz not null,
  until_at timestamptz not null,
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'given', 'refused', 'withdrawn')),
  answered_by uuid references account,
  answered_at timestamptz,
  used_at timestamptz,
  -- The visit it opened the door for; one and no other.
  used_by uuid,
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade,
  check (until_at > from_at and until_at <= from_at + interval '24 hours'),
  check ((state = 'asked') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  check ((used_at is null) = (used_by is null) and (used_at is null or state in ('given', 'withdrawn')))
);
select app.protect('visit_consent');
create index visit_consent_household on visit_consent (committee_id, household_id, asked_at desc, id);
create unique index visit_consent_asked on visit_consent (committee_id, household_id) where state = 'asked';
create unique index visit_consent_used on visit_consent (committee_id, used_by) where used_by is not null;

create table visit_attempt (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  at timestamptz not null,
  by_id uuid references account,
  who text,
  purpose text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  -- none: there was no consent · over: its span does not hold this, or is past · used: for another visit · other: for somebody else, or not given.
  why text not null check (why in ('none', 'over', 'used', 'other')),
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade
);
select app.protect('visit_attempt');
create index visit_attempt_household on visit_attempt (committee_id, household_id, at desc, id);

-- The household reads and answers its own; those who serve it ask. An unused consent may be taken back at any time.
create policy home_and_servers on visit_consent for select to zx_app using (
  household_id = any ((select app.households())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[]));
create policy servers_ask on visit_consent for insert to zx_app with check (
  state = 'asked' and used_at is null and asked_by = (select app.account_id())
  and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])));
-- Never answered by whoever asked, though they live there.
create policy home_answers on visit_consent for update to zx_app
  using (household_id = any ((select app.households())::uuid[]) and asked_by <> (select app.account_id()) and used_at is null and state in ('asked', 'given'))
  with check (household_id = any ((select app.households())::uuid[]) and asked_by <> (select app.account_id()) and used_at is null
    and answered_by = (select app.account_id()) and state in ('given', 'refused', 'withdrawn'));
grant select, insert (committee_id, id, household_id, block_id, demand_id, who, purpose, from_at, until_at, asked_by, asked_at, state), update (state, answered_by, answered_at) on visit_consent to zx_app;

create policy home_and_servers on visit_attempt for select to zx_app using (
  household_id = any ((select app.households())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[]));
grant select on visit_attempt to zx_app;

-- A refused consent does not become a given one, nor a given one a refused one.
create function app.guard_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (old.state, new.state) in (('asked', 'given'), ('asked', 'refused'), ('given', 'withdrawn')) then return new; end if;
  raise exception 'a consent does not go from % to %', old.state, new.state using errcode = 'check_violation';
end
$$;
revoke all on function app.guard_consent() from public;
create trigger guard_consent before update of state on visit_consent for each row when (new.state is distinct from old.state) execute function app.guard_consent();

-- The one choke point. A visit at the door of a household that declines them, without a consent that holds it, does not come to be and is not
-- moved: the attempt is on record for the household, and the row is left out, so that the record outlives the statement. Whoever wrote it sees that
-- no row came back. `last_at` is the moment of the request, as every step writes it.
create function app.guard_door() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  declines boolean;
  consent visit_consent;
  reason text;
begin
  if tg_op = 'UPDATE' and (new.mode, new.state, new.household_id, new.starts_at, new.ends_at, new.who, new.consent_id)
    is not distinct from (old.mode, old.state, old.household_id, old.starts_at, old.ends_at, old.who, old.consent_id) then return new; end if;
  -- Calling it off, and that nobody was there, needs nobody's consent.
  if new.state in ('cancelled', 'missed') and tg_op = 'UPDATE' then return new; end if;
  -- Whoever does not serve the door sends nobody there, and leaves no record in their neighbours' history either.
  if tg_op = 'INSERT' and app.account_id() is not null and not (new.block_id = any (app.blocks()) or new.committee_id = any (app.committees())) then
    raise insufficient_privilege using message = 'only those who serve a household send somebody to its door';
  end if;
  -- Held until the end: a wish that is being changed at this moment comes first or waits.
  select no_home_visits into declines from household where committee_id = new.committee_id and id = new.household_id for share;
  if not coalesce(declines, true) then return new; end if;
  select * into consent from visit_consent where committee_id = new.committee_id and id = new.consent_id and household_id = new.household_id for update;
  reason := case
    when consent.id is null then 'none'
    when consent.state <> 'given' or consent.who is distinct from new.who then 'other'
    when consent.used_by is not null and consent.used_by <> new.id then 'used'
    when new.starts_at < consent.from_at or new.ends_at > consent.until_at or new.starts_at is null or new.last_at >= consent.until_at then 'over'
    -- Going is not planning: it happens within the span.
    when new.state <> 'booked' and new.last_at < consent.from_at then 'over' end;
  if reason is null then
    update visit_consent set used_at = new.last_at, used_by = new.id where committee_id = consent.committee_id and id = consent.id and used_by is null;
    return new;
  end if;
  insert into visit_attempt (committee_id, id, household_id, block_id, at, by_id, who, purpose, starts_at, ends_at, why)
    select new.committee_id, gen_random_uuid(), h.id, h.block_id, new.last_at, coalesce(app.account_id(), new.asked_by), new.who, new.purpose, new.starts_at, new.ends_at, reason
    from household h where h.committee_id = new.committee_id and h.id = new.household_id;
  return null;
end
$$;
revoke all on function app.guard_door() from public;
-- Before the other checks of the row, by its name.
create trigger a_door before insert or update on visit for each row when (new.mode = 'home') execute function app.guard_door();

-- A household that from now on wants nobody at the door: what was booked there is off the same moment, and whoever was to come is told.
create function app.close_door() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  off visit;
  moment timestamptz := coalesce(new.wish_at, now());
begin
  for off in update visit set state = 'cancelled', moves = moves + 1, last_at = greatest(last_at, moment), last_by = null, watch_at = null
    where committee_id = new.committee_id and household_id = new.id and mode = 'home' and state = 'booked' returning * loop
    insert into visit_entry (committee_id, id, visit_id, at, by_id, step, from_state, state, text) values (off.committee_id, gen_random_uuid(), off.id, moment, null, 'cancel', 'booked', 'cancelled', '这户说了不要上门');
    insert into notice (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, urgent, next_at)
      values (off.committee_id, gen_random_uuid(), off.host_id, 'homeVisitCancelled', 'visit', off.id, '上门', null, moment, 'queued', false, moment);
  end loop;
  return null;
end
$$;
revoke all on function app.close_door() from public;
create trigger close_door after update of no_home_visits on household for each row when (new.no_home_visits and not old.no_home_visits) execute function app.close_door();

-- One is told about a consent one can see.
create policy about_consent on notice for insert to zx_app with check (
  state = 'queued' and read_at is null and subject = 'household'
  and exists (select from household h where h.committee_id = notice.committee_id and h.id = notice.subject_id));
