-- A household as a whole becomes two, two become one, or everybody moves out (decision 026). The archive of who is gone is closed and kept apart from
-- the door: `next_id` says in which household the door, or the people, go on. What is closed takes nothing new.
alter table household
  add column next_id uuid,
  add column live boolean not null generated always as (next_id is null) stored,
  add foreign key (committee_id, next_id) references household (committee_id, id) deferrable initially deferred,
  add constraint household_next check (next_id <> id),
  drop constraint household_committee_id_building_id_room_key;
create unique index household_door on household (committee_id, building_id, room) where live;
create index household_next on household (committee_id, next_id) where next_id is not null;
create index household_moved_out on household (moved_out_at) where moved_out_at is not null and anonymised_at is null;

create or replace function app.find_household(wanted_committee uuid, wanted_building uuid, wanted_room text)
returns table (household_id uuid, block_id uuid, label text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.block_id, h.label from household h
  where h.committee_id = wanted_committee and h.building_id = wanted_building and h.room = wanted_room and h.live
$$;

create table home_change (
  committee_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('split', 'merge', 'moveOut')),
  -- The one that was split, that goes on, or that moved out.
  household_id uuid not null,
  -- The new one, the one that was taken in, or the same door from then on.
  other_id uuid not null,
  block_id uuid not null,
  -- As they were called then: of its own two households a home sees the one.
  label text not null,
  other_label text not null,
  people int not null check (people >= 0),
  source text not null check (source in ('resident', 'visit', 'staff')),
  why text not null check (length(why) between 2 and 200),
  by_id uuid not null references account,
  at timestamptz not null,
  undone_by uuid references account,
  undone_at timestamptz,
  undone_why text check (length(undone_why) between 2 and 200),
  -- What undoing brings back, by id; nothing of it is read by the application. Gone with the thirty days.
  moved jsonb not null,
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade,
  foreign key (committee_id, other_id) references household (committee_id, id) on delete cascade,
  constraint home_change_two check (household_id <> other_id),
  constraint home_change_undone check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_why is null) and (undone_at is null or kind <> 'split'))
);
select app.protect('home_change');
create index home_change_of on home_change (committee_id, household_id, at desc, id desc);
create index home_change_other on home_change (committee_id, other_id, at desc, id desc);
create index home_change_age on home_change (at) where moved <> '{}';

create policy served_and_own on home_change for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])
  or household_id = any ((select app.households())::uuid[]) or other_id = any ((select app.households())::uuid[]));
grant select (committee_id, id, kind, household_id, other_id, block_id, label, other_label, people, source, why, by_id, at, undone_by, undone_at, undone_why) on home_change to zx_app;

alter table class_decision drop constraint class_decision_why_check,
  add constraint class_decision_why_check check (why in ('wish', 'care', 'careEnded', 'movedOut', 'merged', 'split', 'undone', 'import'));

-- Whoever began before a household was closed and writes after: the request is tried anew and finds where its people are now.
create function app.guard_live() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  closed boolean;
begin
  select next_id is not null into closed from household where committee_id = new.committee_id and id = new.household_id for key share;
  if closed then raise serialization_failure using message = 'this household is closed'; end if;
  return new;
end
$$;
revoke all on function app.guard_live() from public;
create trigger a_live before insert on resident for each row when (current_user = 'zx_app') execute function app.guard_live();
create trigger a_live before insert on household_care for each row when (current_user = 'zx_app') execute function app.guard_live();
create trigger a_live before insert on join_request for each row when (current_user = 'zx_app') execute function app.guard_live();
create trigger a_live before insert on household_code for each row when (current_user = 'zx_app') execute function app.guard_live();
create trigger a_live before insert on visit for each row when (current_user = 'zx_app') execute function app.guard_live();
create trigger a_live before insert on visit_consent for each row when (current_user = 'zx_app') execute function app.guard_live();
create trigger a_live before insert on demand for each row when (current_user = 'zx_app' and new.household_id is not null) execute function app.guard_live();

-- Somebody lives again where it stood empty.
create function app.fill_home() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home household;
begin
  update household set tenure = 'unknown', version = version + 1 where committee_id = new.committee_id and id = new.household_id and tenure = 'vacant' returning * into home;
  if home.id is not null then
    insert into archive_change (committee_id, id, household_id, block_id, field, old, new, version, source, by_id, at, state, decided_by, decided_at)
      values (home.committee_id, gen_random_uuid(), home.id, home.block_id, 'tenure', '"vacant"', '"unknown"', home.version, case when new.account_id = app.account_id() then 'resident' else 'staff' end,
        app.account_id(), now(), 'applied', app.account_id(), now());
  end if;
  return null;
end
$$;
revoke all on function app.fill_home() from public;
create trigger fill_home after insert on resident for each row when (new.left_at is null and app.account_id() is not null) execute function app.fill_home();

-- A line of the class that follows, where it is another than it was. `before`: declined, cared.
create function app.write_class(committee uuid, home uuid, before boolean[], reason text, wanted_source text, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into class_decision (committee_id, id, household_id, block_id, at, class, no_home_visits, cared, why, source, by_id)
  select h.committee_id, gen_random_uuid(), h.id, h.block_id, write_class.at, case when h.no_home_visits then 'A' when c.cared then 'C' else 'B' end, h.no_home_visits, c.cared, reason, wanted_source, app.account_id()
  from household h, lateral (select app.is_cared(committee, home) as cared) c
  where h.committee_id = committee and h.id = home and array[h.no_home_visits, c.cared] <> before
$$;

-- What concerns people goes where they go: their care, what was changed of them, what they filed, the talks they asked for or were asked to.
create function app.follow_people(committee uuid, from_home uuid, to_home uuid, people uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  block uuid := (select block_id from household where committee_id = committee and id = to_home);
  accounts uuid[] := array(select account_id from resident where committee_id = committee and household_id = from_home and id = any (people) and account_id is not null);
begin
  update resident set household_id = to_home, block_id = block where committee_id = committee and household_id = from_home and id = any (people);
  update household_care set household_id = to_home, block_id = block where committee_id = committee and household_id = from_home and resident_id = any (people);
  update archive_change set household_id = to_home, block_id = block where committee_id = committee and household_id = from_home and resident_id = any (people);
  update departure set household_id = to_home, block_id = block where committee_id = committee and household_id = from_home and resident_id = any (people);
  update opening set household_id = to_home where committee_id = committee and household_id = from_home and resident_id = any (people);
  update demand set household_id = to_home where committee_id = committee and household_id = from_home and filed_by = any (accounts);
  update visit v set household_id = to_home, block_id = block where v.committee_id = committee and v.household_id = from_home and v.mode = 'online'
    and case when v.invited then v.told <> '{}' and v.told <@ accounts else v.asked_by = any (accounts) end
    and not (v.invited and v.state = 'proposed' and exists (select from visit o where o.committee_id = committee and o.household_id = to_home and o.side = v.side and o.invited and o.mode = 'online' and o.state = 'proposed'));
end
$$;

-- All that hangs on a household, by table: what goes along when it is taken into another. What it said of its door stays with it and rests there: open
-- questions and consents not used, its wish, and the changes of the household as a whole. Of one who is of both, and of two of a kind where one may be, too.
create function app.of_home(committee uuid, home uuid, into_home uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'resident', (select coalesce(jsonb_agg(id), '[]') from resident where committee_id = committee and household_id = home
      and not exists (select from resident o where o.committee_id = committee and o.household_id = into_home and o.account_id = resident.account_id)),
    'household_care', (select coalesce(jsonb_agg(id), '[]') from household_care where committee_id = committee and household_id = home),
    'archive_change', (select coalesce(jsonb_agg(id), '[]') from archive_change where committee_id = committee and household_id = home and (resident_id is not null or (field = 'member' and state = 'proposed'))),
    'opening', (select coalesce(jsonb_agg(id), '[]') from opening where committee_id = committee and household_id = home),
    'departure', (select coalesce(jsonb_agg(id), '[]') from departure where committee_id = committee and household_id = home),
    'join_request', (select coalesce(jsonb_agg(id), '[]') from join_request j where committee_id = committee and household_id = home
      and not (state = 'waiting' and exists (select from join_request o where o.committee_id = committee and o.household_id = into_home and o.account_id = j.account_id and o.state = 'waiting'))),
    'visit_consent', (select coalesce(jsonb_agg(id), '[]') from visit_consent where committee_id = committee and household_id = home and not (state = 'asked' or (state = 'given' and used_at is null))),
    'visit_attempt', (select coalesce(jsonb_agg(id), '[]') from visit_attempt where committee_id = committee and household_id = home),
    'visit', (select coalesce(jsonb_agg(id), '[]') from visit v where committee_id = committee and household_id = home
      and not (invited and mode = 'online' and state = 'proposed' and exists (
        select from visit o where o.committee_id = committee and o.household_id = into_home and o.side = v.side and o.invited and o.mode = 'online' and o.state = 'proposed'))),
    'demand', (select coalesce(jsonb_agg(id), '[]') from demand where committee_id = committee and household_id = home))
$$;

-- Rows by their ids, from one household to another of the same building.
create function app.move_rows(committee uuid, from_home uuid, to_home uuid, rows jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  block uuid := (select block_id from household where committee_id = committee and id = to_home);
  t text;
begin
  -- Consents before the visits they opened the door for.
  foreach t in array array['resident', 'household_care', 'archive_change', 'opening', 'departure', 'join_request', 'visit_consent', 'visit_attempt', 'visit', 'demand'] loop
    execute format('update %I set household_id = $1%s where committee_id = $2 and household_id = $3 and id in (select value::uuid from jsonb_array_elements_text($4))',
      t, case when t in ('opening', 'demand') then '' else ', block_id = $5' end) using to_home, committee, from_home, rows -> t, block;
  end loop;
end
$$;
revoke all on function app.write_class(uuid, uuid, boolean[], text, text, timestamptz), app.follow_people(uuid, uuid, uuid, uuid[]), app.of_home(uuid, uuid, uuid), app.move_rows(uuid, uuid, uuid, jsonb) from public;

-- Some of a household become one of their own: at the same address, in a room with its own name. What was said of the door holds for both.
-- False where this person may not, or nothing of it is so any more.
create function app.split_home(wanted_committee uuid, home uuid, people uuid[], fresh uuid, wanted_room text, change uuid, wanted_source text, reason text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  h household;
  cared boolean;
begin
  select * into h from household where committee_id = wanted_committee and id = home and live for update;
  if h.id is null or not app.decides_home(h.committee_id, h.block_id, h.id) or cardinality(people) = 0
    or exists (select from unnest(people) p where not exists (select from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.id = p and r.left_at is null))
    or not exists (select from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.left_at is null and r.id <> all (people)) then return false; end if;
  cared := app.is_cared(h.committee_id, h.id);
  insert into household (committee_id, id, block_id, building_id, room, label, seq, no_home_visits, channels, hours, never, language, wish_at, tenure, version)
    select h.committee_id, fresh, h.block_id, h.building_id, wanted_room, b.name || ' ' || wanted_room || '室', h.seq, h.no_home_visits, h.channels, h.hours, h.never, h.language, h.wish_at, h.tenure, h.version + 1
    from building b where b.committee_id = h.committee_id and b.id = h.building_id;
  update household set version = version + 1 where committee_id = h.committee_id and id = h.id;
  perform app.follow_people(h.committee_id, h.id, fresh, people);
  insert into home_change (committee_id, id, kind, household_id, other_id, block_id, label, other_label, people, source, why, by_id, at, moved)
    values (h.committee_id, change, 'split', h.id, fresh, h.block_id, h.label, (select label from household where committee_id = h.committee_id and id = fresh), cardinality(people), wanted_source, reason, app.account_id(), split_home.at, '{}');
  perform app.write_class(h.committee_id, h.id, array[h.no_home_visits, cared], 'split', 'staff', split_home.at), app.write_class(h.committee_id, fresh, array[false, false], 'split', 'staff', split_home.at);
  return true;
end
$$;

-- Two households of one building become one. `wish`: how it wishes to be reached from now on; visits at the door stay declined if either declined them.
create function app.merge_homes(wanted_committee uuid, keep uuid, gone uuid, change uuid, wish jsonb, wanted_tenure text, wanted_source text, reason text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  a household;
  b household;
  before boolean[];
  declines boolean;
  twins jsonb;
  codes uuid[];
  rows jsonb;
begin
  perform from household where committee_id = wanted_committee and id in (keep, gone) order by id for update;
  select * into a from household where committee_id = wanted_committee and id = keep and live;
  select * into b from household where committee_id = wanted_committee and id = gone and live;
  if a.id is null or b.id is null or a.id = b.id or a.building_id <> b.building_id
    or not app.decides_home(a.committee_id, a.block_id, a.id) or not app.decides_home(b.committee_id, b.block_id, b.id) then return false; end if;
  before := array[a.no_home_visits, app.is_cared(a.committee_id, a.id)];
  declines := a.no_home_visits or b.no_home_visits;
  -- Whoever was to come to the other door is not to come to this one: called off as by the household's own word.
  if declines and not b.no_home_visits then
    update household set no_home_visits = true where committee_id = b.committee_id and id = b.id;
    update household set no_home_visits = false where committee_id = b.committee_id and id = b.id;
  end if;
  update household set no_home_visits = declines, channels = array(select jsonb_array_elements_text(wish -> 'channels')), never = array(select jsonb_array_elements_text(wish -> 'never')), hours = wish ->> 'hours',
    language = wish ->> 'language', tenure = wanted_tenure, version = greatest(a.version, b.version) + 1,
    wish_at = case when (declines, wish ->> 'hours', wish ->> 'language', wish -> 'channels', wish -> 'never')
      is distinct from (a.no_home_visits, a.hours, a.language, to_jsonb(a.channels), to_jsonb(a.never)) then merge_homes.at else a.wish_at end
    where committee_id = a.committee_id and id = a.id;
  rows := app.of_home(a.committee_id, b.id, a.id);
  -- Somebody who is of both is one person from now on.
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'account', r.account_id, 'into', o.id,
      'care', (select coalesce(jsonb_agg(id), '[]') from household_care where committee_id = r.committee_id and resident_id = r.id),
      'changes', (select coalesce(jsonb_agg(id), '[]') from archive_change where committee_id = r.committee_id and resident_id = r.id))), '[]') into twins
    from resident r join resident o on o.committee_id = r.committee_id and o.household_id = a.id and o.account_id = r.account_id where r.committee_id = b.committee_id and r.household_id = b.id;
  update household_care c set resident_id = (t ->> 'into')::uuid from jsonb_array_elements(twins) t where c.committee_id = a.committee_id and c.resident_id = (t ->> 'id')::uuid;
  update archive_change c set resident_id = (t ->> 'into')::uuid from jsonb_array_elements(twins) t where c.committee_id = a.committee_id and c.resident_id = (t ->> 'id')::uuid;
  update resident r set account_id = null from jsonb_array_elements(twins) t where r.committee_id = b.committee_id and r.id = (t ->> 'id')::uuid;
  perform app.move_rows(a.committee_id, b.id, a.id, rows);
  with ended as (update household_code set ended_at = merge_homes.at where committee_id = b.committee_id and household_id = b.id and used_at is null and ended_at is null returning id) select coalesce(array_agg(id), '{}') into codes from ended;
  update household set next_id = a.id, version = version + 1 where committee_id = b.committee_id and id = b.id;
  insert into home_change (committee_id, id, kind, household_id, other_id, block_id, label, other_label, people, source, why, by_id, at, moved)
    values (a.committee_id, change, 'merge', a.id, b.id, a.block_id, a.label, b.label, jsonb_array_length(rows -> 'resident') + jsonb_array_length(twins), wanted_source, reason, app.account_id(), merge_homes.at,
      jsonb_build_object('rows', rows, 'twins', twins, 'codes', to_jsonb(codes), 'wish', jsonb_build_object('noHomeVisits', a.no_home_visits, 'channels', a.channels, 'hours', a.hours, 'never', a.never, 'language', a.language, 'at', a.wish_at),
        'merged', jsonb_build_object('noHomeVisits', declines, 'channels', wish -> 'channels', 'hours', wish -> 'hours', 'never', wish -> 'never', 'language', wish -> 'language'), 'tenure', a.tenure, 'mergedTenure', wanted_tenure));
  perform app.write_class(a.committee_id, a.id, before, 'merged', 'staff', merge_homes.at);
  return true;
end
$$;

-- Everybody has moved out: the archive closes at once, accounts belong there no longer, and the same door goes on empty, for whoever comes next. What
-- they filed stays theirs and with its owner.
create function app.move_out(wanted_committee uuid, home uuid, fresh uuid, change uuid, wanted_source text, reason text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  h household;
  v visit;
  people jsonb;
  departures uuid[];
  care uuid[];
  asked uuid[];
  codes uuid[];
begin
  select * into h from household where committee_id = wanted_committee and id = home and live for update;
  if h.id is null or not app.decides_home(h.committee_id, h.block_id, h.id) then return false; end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'account', r.account_id)), '[]') into people from resident r where r.committee_id = h.committee_id and r.household_id = h.id and r.left_at is null;
  if people = '[]' then return false; end if;
  with gone as (
    insert into departure (committee_id, id, household_id, block_id, resident_id, label, account_id, by_id, why, at)
    select h.committee_id, gen_random_uuid(), h.id, h.block_id, (p ->> 'id')::uuid, h.label, (p ->> 'account')::uuid, app.account_id(), reason, move_out.at from jsonb_array_elements(people) p
    on conflict (committee_id, resident_id) do nothing returning id) select coalesce(array_agg(id), '{}') into departures from gone;
  update resident r set left_at = move_out.at, account_id = null from jsonb_array_elements(people) p where r.committee_id = h.committee_id and r.id = (p ->> 'id')::uuid;
  with ended as (update household_care set ended_at = move_out.at where committee_id = h.committee_id and household_id = h.id and ended_at is null returning id) select coalesce(array_agg(id), '{}') into care from ended;
  with over as (update archive_change set state = 'refused', why = '这一户搬走了', decided_by = app.account_id(), decided_at = move_out.at where committee_id = h.committee_id and household_id = h.id and state = 'proposed' returning id)
    select coalesce(array_agg(id), '{}') into asked from over;
  with ended as (update household_code set ended_at = move_out.at where committee_id = h.committee_id and household_id = h.id and used_at is null and ended_at is null returning id) select coalesce(array_agg(id), '{}') into codes from ended;
  -- Nobody is there to be talked to or to open the door.
  for v in select * from visit where committee_id = h.committee_id and household_id = h.id and state in ('asked', 'proposed', 'booked') for update loop
    update visit_slot set visit_id = null where committee_id = v.committee_id and visit_id = v.id;
    update visit set state = 'cancelled', offers = '[]', slot_id = null, watch_at = null, moves = moves + 1, last_at = greatest(last_at, move_out.at), last_by = app.account_id() where committee_id = v.committee_id and id = v.id;
    insert into visit_entry (committee_id, id, visit_id, at, by_id, step, from_state, state, text) values (v.committee_id, gen_random_uuid(), v.id, move_out.at, app.account_id(), 'cancel', v.state, 'cancelled', '这一户搬走了');
    if v.host_id <> app.account_id() then
      insert into notice (committee_id, id, to_id, about, subject, subject_id, title, at, state, urgent, next_at)
        values (v.committee_id, gen_random_uuid(), v.host_id, case v.mode when 'home' then 'homeVisitCancelled' else 'visitCancelled' end, 'visit', v.id, case v.mode when 'home' then '上门' else '线上走访' end, move_out.at, 'queued', false, move_out.at);
    end if;
  end loop;
  update household set moved_out_at = move_out.at, next_id = fresh, version = version + 1 where committee_id = h.committee_id and id = h.id;
  insert into household (committee_id, id, block_id, building_id, room, label, seq, tenure) values (h.committee_id, fresh, h.block_id, h.building_id, h.room, h.label, h.seq, 'vacant');
  -- Whoever asks to come in asks at the door.
  update join_request set household_id = fresh where committee_id = h.committee_id and household_id = h.id and state = 'waiting';
  insert into home_change (committee_id, id, kind, household_id, other_id, block_id, label, other_label, people, source, why, by_id, at, moved)
    values (h.committee_id, change, 'moveOut', h.id, fresh, h.block_id, h.label, h.label, jsonb_array_length(people), wanted_source, reason, app.account_id(), move_out.at,
      jsonb_build_object('people', people, 'departures', to_jsonb(departures), 'care', to_jsonb(care), 'asked', to_jsonb(asked), 'codes', to_jsonb(codes)));
  return true;
end
$$;

-- The wish a household had before it was merged, unless somebody has said another since; who has declined since is left alone in both.
create function app.part_wishes(a household, b household, m jsonb, since timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  untouched boolean := jsonb_build_object('noHomeVisits', a.no_home_visits, 'channels', a.channels, 'hours', a.hours, 'never', a.never, 'language', a.language) = m -> 'merged';
  was jsonb := m -> 'wish';
begin
  update household set version = version + 1, tenure = case when tenure = m ->> 'mergedTenure' then m ->> 'tenure' else tenure end where committee_id = a.committee_id and id = a.id;
  if untouched then
    update household set no_home_visits = (was ->> 'noHomeVisits')::boolean, channels = array(select jsonb_array_elements_text(was -> 'channels')), never = array(select jsonb_array_elements_text(was -> 'never')),
      hours = was ->> 'hours', language = was ->> 'language', wish_at = (was ->> 'at')::timestamptz where committee_id = a.committee_id and id = a.id;
  end if;
  update household set next_id = null, version = greatest(a.version, b.version) + 1 where committee_id = b.committee_id and id = b.id;
  if not untouched and a.no_home_visits and a.wish_at > since and not b.no_home_visits then
    update household set no_home_visits = true, wish_at = a.wish_at, channels = array_remove(channels, 'door'), never = array_append(array_remove(never, 'door'), 'door') where committee_id = b.committee_id and id = b.id;
  end if;
end
$$;
revoke all on function app.part_wishes(household, household, jsonb, timestamptz) from public;

-- Within thirty days, and the last of its households first. `undone`, or why not: `notFound`, `late`, `moved` when something came after it, `taken` when
-- another has the room.
create function app.undo_home_change(wanted_committee uuid, change uuid, reason text, at timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  c home_change;
  a household;
  b household;
  before boolean[];
  movers uuid[];
begin
  select * into c from home_change where committee_id = wanted_committee and id = change for update;
  if c.id is null then return 'notFound'; end if;
  perform from household where committee_id = c.committee_id and id in (c.household_id, c.other_id) order by id for update;
  select * into a from household where committee_id = c.committee_id and id = c.household_id;
  select * into b from household where committee_id = c.committee_id and id = c.other_id;
  if not app.decides_home(a.committee_id, a.block_id, a.id) or not app.decides_home(b.committee_id, b.block_id, b.id) then return 'notFound'; end if;
  if c.undone_at is not null or c.kind = 'split' then return 'moved'; end if;
  if undo_home_change.at > c.at + interval '30 days' or c.moved = '{}' then return 'late'; end if;
  if exists (select from home_change o where o.committee_id = c.committee_id and o.undone_at is null and (o.at, o.id) > (c.at, c.id) and (o.household_id in (a.id, b.id) or o.other_id in (a.id, b.id))) then return 'moved'; end if;

  if c.kind = 'merge' then
    if not a.live or b.next_id is distinct from a.id then return 'moved'; end if;
    if exists (select from household o where o.committee_id = b.committee_id and o.building_id = b.building_id and o.room = b.room and o.live) then return 'taken'; end if;
    before := array[a.no_home_visits, app.is_cared(a.committee_id, a.id)];
    perform app.part_wishes(a, b, c.moved, c.at);
    movers := array(select r.id from resident r where r.committee_id = a.committee_id and r.household_id = a.id and r.id in (select value::uuid from jsonb_array_elements_text(c.moved -> 'rows' -> 'resident')));
    -- What came to concern them since goes along, and then what was theirs before.
    perform app.follow_people(a.committee_id, a.id, b.id, movers);
    perform app.move_rows(a.committee_id, a.id, b.id, c.moved -> 'rows');
    update household_care k set resident_id = (t ->> 'id')::uuid from jsonb_array_elements(c.moved -> 'twins') t where k.committee_id = a.committee_id and k.id in (select value::uuid from jsonb_array_elements_text(t -> 'care'));
    update archive_change k set resident_id = (t ->> 'id')::uuid from jsonb_array_elements(c.moved -> 'twins') t where k.committee_id = a.committee_id and k.id in (select value::uuid from jsonb_array_elements_text(t -> 'changes'));
    update resident r set account_id = o.account_id from jsonb_array_elements(c.moved -> 'twins') t join resident o on o.committee_id = a.committee_id and o.id = (t ->> 'into')::uuid
      where r.committee_id = a.committee_id and r.id = (t ->> 'id')::uuid and r.left_at is null and o.account_id = (t ->> 'account')::uuid;
    perform app.write_class(a.committee_id, a.id, before, 'undone', 'staff', undo_home_change.at);
    perform app.write_class(b.committee_id, b.id, array[b.no_home_visits, app.is_cared(b.committee_id, b.id)], 'undone', 'staff', undo_home_change.at);
  else
    if a.next_id is distinct from b.id or not b.live or exists (select from resident where committee_id = b.committee_id and household_id = b.id)
      or exists (select from demand where committee_id = b.committee_id and household_id = b.id) or exists (select from visit where committee_id = b.committee_id and household_id = b.id) then return 'moved'; end if;
    -- The empty door is closed first: of one address one household lives.
    update household set next_id = a.id, version = version + 1 where committee_id = b.committee_id and id = b.id;
    update household_code set ended_at = undo_home_change.at where committee_id = b.committee_id and household_id = b.id and used_at is null and ended_at is null;
    update household set next_id = null, moved_out_at = null, version = version + 1 where committee_id = a.committee_id and id = a.id;
    update join_request set household_id = a.id where committee_id = b.committee_id and household_id = b.id and state = 'waiting';
    update resident r set left_at = null, account_id = (select id from account where id = (p ->> 'account')::uuid) from jsonb_array_elements(c.moved -> 'people') p where r.committee_id = a.committee_id and r.id = (p ->> 'id')::uuid;
    delete from departure where committee_id = a.committee_id and id in (select value::uuid from jsonb_array_elements_text(c.moved -> 'departures'));
    update household_care set ended_at = null where committee_id = a.committee_id and id in (select value::uuid from jsonb_array_elements_text(c.moved -> 'care'));
    update archive_change set state = 'proposed', why = null, decided_by = null, decided_at = null where committee_id = a.committee_id and id in (select value::uuid from jsonb_array_elements_text(c.moved -> 'asked'));
  end if;
  update household_code set ended_at = null where committee_id = c.committee_id and id in (select value::uuid from jsonb_array_elements_text(c.moved -> 'codes')) and expires_at > undo_home_change.at;
  update home_change set undone_at = undo_home_change.at, undone_by = app.account_id(), undone_why = reason, moved = '{}' where committee_id = c.committee_id and id = c.id;
  return 'undone';
end
$$;
revoke all on function app.split_home(uuid, uuid, uuid[], uuid, text, uuid, text, text, timestamptz), app.merge_homes(uuid, uuid, uuid, uuid, jsonb, text, text, text, timestamptz), app.move_out(uuid, uuid, uuid, uuid, text, text, timestamptz),
  app.undo_home_change(uuid, uuid, text, timestamptz) from public;
grant execute on function app.split_home(uuid, uuid, uuid[], uuid, text, uuid, text, text, timestamptz), app.merge_homes(uuid, uuid, uuid, uuid, jsonb, text, text, text, timestamptz), app.move_out(uuid, uuid, uuid, uuid, text, text, timestamptz),
  app.undo_home_change(uuid, uuid, text, timestamptz) to zx_app;
