-- Worked on together: one demand leads, others are joined to it and keep their own thread and number. And moving to another committee.
alter table demand
  -- Since when it is joined to its lead, and whose it was before: on leaving, it is offered back to them.
  add column joined_at timestamptz,
  add column joined_from uuid,
  add constraint demand_joined_since check ((lead_id is null) = (joined_at is null)),
  add constraint demand_no_chain check (lead_id is null or (followers = 0 and followers_shown = 0)),
  add foreign key (committee_id, joined_from) references staff (committee_id, account_id);
-- Who wrote a line, where the committee's own people no longer tell: it came from another committee.
alter table demand_entry add column by_name text check (length(by_name) <= 20),
  -- And who decided about its words, is told by the moment alone.
  drop constraint demand_entry_decided_whole, drop constraint demand_entry_rejected_by_somebody,
  add constraint demand_entry_decided_whole check ((decided_by is not null) <= (decided_at is not null)),
  add constraint demand_entry_rejected_by_somebody check ((safety = 'rejected' and step <> 'reject') <= (decided_at is not null and decided_reason is not null));

-- What a meeting decides about a lead is decided about each that is joined to it: a copy each, in the words for residents; this is whose copy.
alter table resolution add column of_lead uuid, add foreign key (committee_id, of_lead) references resolution;

-- What others may be joined to: it leads or stands alone, and has no answer yet.
create index demand_open_lead on demand (committee_id, visibility, filed_at desc, id desc) where lead_id is null and not resting and status <> 'answered';
-- A filer's old link names the committee it was first filed with.
create index demand_id on demand (id);

-- A demand moves by changing its committee; its thread, its photos and who has read it go along.
alter table demand_entry drop constraint demand_entry_committee_id_demand_id_fkey,
  add constraint demand_entry_committee_id_demand_id_fkey foreign key (committee_id, demand_id) references demand on update cascade;
alter table demand_seen drop constraint demand_seen_committee_id_demand_id_fkey,
  add constraint demand_seen_committee_id_demand_id_fkey foreign key (committee_id, demand_id) references demand on delete cascade on update cascade;

alter table photo drop constraint photo_committee_id_demand_id_fkey, drop constraint photo_committee_id_entry_id_fkey,
  add constraint photo_committee_id_demand_id_fkey foreign key (committee_id, demand_id) references demand on update cascade,
  add constraint photo_committee_id_entry_id_fkey foreign key (committee_id, entry_id) references demand_entry on update cascade;
alter table photo_piece drop constraint photo_piece_committee_id_photo_id_fkey,
  add constraint photo_piece_committee_id_photo_id_fkey foreign key (committee_id, photo_id) references photo on delete cascade on update cascade;

-- What is left with a committee of a demand that moved on: enough to count it, nothing of what was said or by whom.
create table demand_moved (
  committee_id uuid not null references committee,
  demand_id uuid not null,
  number text not null,
  filed_at timestamptz not null,
  moved_at timestamptz not null,
  to_committee_id uuid not null references committee,
  by_id uuid not null,
  reason text not null check (length(reason) between 2 and 200),
  primary key (committee_id, demand_id),
  foreign key (committee_id, by_id) references staff (committee_id, account_id)
);
create index demand_moved_latest on demand_moved (committee_id, moved_at desc, demand_id desc);
select app.protect('demand_moved');

-- The functions below run as the owner, because who is joined to whom crosses what one person may see. Each looks at the caller first;
-- this is the same test as the policy filer_and_servers.
create function app.concerns(d demand) returns boolean language sql stable set search_path = public, pg_temp as $$
  select d.filed_by = app.account_id() or d.owner_id = app.account_id() or d.committee_id = any (app.committees()) or d.block_id = any (app.blocks())
    or d.first_receiver_id = app.account_id() or d.offered_to = app.account_id() or app.account_id() = any (d.told)
$$;

-- Serves it: of those it concerns, not the one who filed it.
create function app.serves(d demand) returns boolean language sql stable set search_path = public, pg_temp as $$
  select app.concerns(d) and d.filed_by is distinct from app.account_id()
$$;

-- A moment as the connection reads it: UTC with milliseconds.
create function app.instant(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function app.is_open_lead(d demand) returns boolean language sql immutable as $$
  select d.lead_id is null and d.status in ('submitted', 'accepted', 'asked', 'atMeeting', 'transferred', 'reopened')
$$;

-- A neighbour may know of it: it is open, its words have passed, its filer lets neighbours see it, and the asker lives in this committee's area.
create function app.shows_to_neighbours(d demand) returns boolean language sql stable set search_path = public, pg_temp as $$
  select d.visibility = 'neighbours' and d.about = 'community' and d.safety = 'passed' and app.is_open_lead(d)
    and exists (select from household h where h.committee_id = d.committee_id and h.id = any (app.households()))
$$;

-- Locks a demand with its lead and all that is joined to either, in the order of their ids, so that no two transactions wait for each
-- other. Returns what is joined to it and worked on with it; nothing for one whom it does not concern.
create function app.hold_group(wanted_committee uuid, wanted uuid) returns table (demand_id uuid, filed_by uuid, title text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held uuid[] := '{}';
  members uuid[];
begin
  if not exists (select from demand d where d.committee_id = wanted_committee and d.id = wanted and app.concerns(d)) then return; end if;
  loop
    select array_agg(m.id order by m.id) into members from (
      select wanted as id
      union select d.lead_id from demand d where d.committee_id = wanted_committee and d.id = wanted and d.lead_id is not null
      union select d.id from demand d where d.committee_id = wanted_committee and d.lead_id = wanted) m;
    exit when members <@ held;
    perform from demand d where d.committee_id = wanted_committee and d.id = any (members) order by d.id for update;
    held := members;
  end loop;
  return query select d.id, d.filed_by, d.title from demand d where d.committee_id = wanted_committee and d.lead_id = wanted and d.status = 'merged' order by d.id;
end
$$;

-- Locks what is to be joined to (whoever names one that is joined already means its lead) and, when it exists, what is to join, in the
-- order of their ids. Returns nothing to one who may not know of it: a neighbour knows of what neighbours see, one who serves of what they serve.
create function app.hold_lead(wanted_committee uuid, joining uuid, wanted uuid, as_neighbour boolean)
returns table (id uuid, number text, open boolean, owner_id uuid, owner_name text, title text, due_at timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held uuid[] := '{}';
  members uuid[];
  target uuid;
begin
  if joining is not null and not exists (select from demand d where d.committee_id = wanted_committee and d.id = joining and app.serves(d)) then return; end if;
  loop
    select case when d.status = 'merged' then d.lead_id else d.id end into target from demand d where d.committee_id = wanted_committee and d.id = wanted;
    select array_agg(m.id order by m.id) into members from (
      select wanted as id union select target union select joining
      union select d.lead_id from demand d where d.committee_id = wanted_committee and d.id = joining) m where m.id is not null;
    exit when members <@ held;
    perform from demand d where d.committee_id = wanted_committee and d.id = any (members) order by d.id for update;
    held := members;
  end loop;
  return query
    select l.id, l.number, app.is_open_lead(l), l.owner_id, s.name, l.title, l.due_at
    from demand l join demand w on w.committee_id = l.committee_id and w.id = wanted
      join staff s on s.committee_id = l.committee_id and s.account_id = l.owner_id
    where l.committee_id = wanted_committee and l.id = target
      and case when as_neighbour then app.shows_to_neighbours(l) and l.filed_by is distinct from app.account_id() else app.serves(w) end;
end
$$;

-- Joins one to a lead: it goes to the lead's owner (unless that is who filed it), counts with the lead, and the lead takes its deadline
-- when that is the earlier one. `lead_clock` holds it then: dueFrom, dueDays, pauses, dueAt, provisional.
create function app.join_demand(wanted_committee uuid, joining uuid, wanted_lead uuid, at timestamptz, lead_clock jsonb, due_entry uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.account_id();
  d demand;
  l demand;
begin
  select * into d from demand where committee_id = wanted_committee and id = joining;
  select * into l from demand where committee_id = wanted_committee and id = wanted_lead;
  if d.id is null or l.id is null or d.id = l.id or not app.is_open_lead(d) or d.followers > 0 or not app.is_open_lead(l)
    or not ((app.serves(d) and (d.owner_id = me or d.committee_id = any (app.committees())))
      or (d.filed_by = me and d.status = 'submitted' and app.shows_to_neighbours(l)))
  then raise exception 'this demand may not be joined to that one' using errcode = 'insufficient_privilege'; end if;

  update demand set status = 'merged', lead_id = l.id, joined_at = at, joined_from = coalesce(d.lent_from, d.owner_id),
    owner_id = case when d.filed_by is not distinct from l.owner_id then d.owner_id else l.owner_id end,
    -- Whose it was may still read it.
    told = case when d.owner_id = any (d.told) or d.owner_id = l.owner_id then d.told else d.told || d.owner_id end,
    lent_from = case when d.filed_by is not distinct from l.owner_id then d.lent_from else l.lent_from end,
    offered_to = null, offered_at = null, more_time_by = null, asked_at = null
  where committee_id = wanted_committee and id = d.id;
  update demand set followers = followers + 1, followers_shown = followers_shown + (d.visibility = 'neighbours')::int,
    -- Danger stays danger, and the word that is owed for it is owed here.
    urgency = case when d.urgency = 'danger' then 'danger' else urgency end,
    word_due_at = least(word_due_at, d.word_due_at),
    due_from = coalesce((lead_clock ->> 'dueFrom')::timestamptz, due_from),
    due_days = case when lead_clock is null then due_days else (lead_clock ->> 'dueDays')::smallint end,
    pauses = coalesce(lead_clock -> 'pauses', pauses),
    due_at = coalesce((lead_clock ->> 'dueAt')::timestamptz, due_at),
    provisional = coalesce((lead_clock ->> 'provisional')::boolean, provisional),
    watch_at = at
  where committee_id = wanted_committee and id = l.id;
  if lead_clock is not null then
    -- What was put off beyond the new deadline comes back (0180).
    delete from demand_snooze s where s.committee_id = wanted_committee and s.demand_id = l.id and s.until > (lead_clock ->> 'dueAt')::timestamptz - interval '3 hours';
    insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, old_due, new_due)
    values (wanted_committee, due_entry, l.id, at, null, 'due', l.status, l.status, l.due_at, (lead_clock ->> 'dueAt')::timestamptz);
  end if;
end
$$;

-- Leaves its lead; called once the status no longer says that it is worked on there.
create function app.leave_lead(wanted_committee uuid, leaving uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  d demand;
begin
  select * into d from demand where committee_id = wanted_committee and id = leaving;
  if d.lead_id is null or d.status = 'merged' or not app.concerns(d) then
    raise exception 'this demand may not leave' using errcode = 'insufficient_privilege';
  end if;
  update demand set lead_id = null, joined_at = null, joined_from = null where committee_id = wanted_committee and id = leaving;
  update demand set followers = followers - 1, followers_shown = followers_shown - (d.visibility = 'neighbours')::int
    where committee_id = wanted_committee and id = d.lead_id;
end
$$;

-- The lead goes on alone: those that were answered with it rest where they are.
create function app.leave_followers(wanted_committee uuid, leaving uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from demand d where d.committee_id = wanted_committee and d.id = leaving and app.concerns(d)) then
    raise exception 'this demand may not leave' using errcode = 'insufficient_privilege';
  end if;
  update demand set lead_id = null, joined_at = null, joined_from = null where committee_id = wanted_committee and lead_id = leaving and status <> 'merged';
  update demand l set (followers, followers_shown) = (
      select count(*), count(*) filter (where d.visibility = 'neighbours') from demand d where d.committee_id = wanted_committee and d.lead_id = leaving)
    where l.committee_id = wanted_committee and l.id = leaving;
end
$$;

-- The lead is withdrawn or moves away: the oldest of those joined leads from now on, one that neighbours see before one they do not,
-- with the lead's owner and `clock`. Returns who was left to lead.
create function app.succeed_lead(wanted_committee uuid, leaving uuid, at timestamptz, clock jsonb, entry uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  l demand;
  heir demand;
  next_status text;
begin
  select * into l from demand where committee_id = wanted_committee and id = leaving;
  if l.id is null or not app.concerns(l) then raise exception 'this demand may not leave' using errcode = 'insufficient_privilege'; end if;
  select * into heir from demand d where d.committee_id = wanted_committee and d.lead_id = leaving and d.status = 'merged'
    order by d.visibility = 'neighbours' desc, d.filed_at, d.id limit 1;
  if heir.id is null then
    perform app.leave_followers(wanted_committee, leaving);
    return null;
  end if;
  next_status := case when heir.reopened > 0 then 'reopened' else 'accepted' end;
  update demand set status = next_status, lead_id = null, joined_at = null, joined_from = null, urgency = case when l.urgency = 'danger' then 'danger' else urgency end,
    due_from = (clock ->> 'dueFrom')::timestamptz, due_days = (clock ->> 'dueDays')::smallint, pauses = clock -> 'pauses', due_at = (clock ->> 'dueAt')::timestamptz,
    provisional = (clock ->> 'provisional')::boolean, word_due_at = l.word_due_at, watch_at = at, last_at = at, last_by = null
    where committee_id = wanted_committee and id = heir.id;
  insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, old_due, new_due)
    values (wanted_committee, entry, heir.id, at, null, 'separate', 'merged', next_status,
      case when heir.due_at <> (clock ->> 'dueAt')::timestamptz then heir.due_at end, case when heir.due_at <> (clock ->> 'dueAt')::timestamptz then (clock ->> 'dueAt')::timestamptz end);
  update demand set lead_id = heir.id where committee_id = wanted_committee and lead_id = leaving and status = 'merged';
  update demand d set lead_id = null, joined_at = null, joined_from = null where d.committee_id = wanted_committee and d.lead_id = leaving;
  update demand d set (followers, followers_shown) = (
      select count(*), count(*) filter (where m.visibility = 'neighbours') from demand m where m.committee_id = wanted_committee and m.lead_id = d.id)
    where d.committee_id = wanted_committee and d.id in (heir.id, leaving);
  return heir.id;
end
$$;

-- What was said or done about a lead, in the thread of each that is joined to it; one statement however many they are. `entries` holds an
-- id for each, `speaker` who said it when another has let the words go, and `copies` where a meeting's resolution moves them. `next_status` null leaves them joined. A new owner of the lead takes them along, but nobody gets what they filed themselves.
create function app.pass_on(wanted_committee uuid, wanted_lead uuid, wanted_step text, at timestamptz, words text, party text, person uuid, next_status text,
  short text, entries uuid[], decided uuid, copies uuid[], speaker uuid) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.account_id();
  l demand;
  r resolution;
  reached int;
begin
  select * into l from demand where committee_id = wanted_committee and id = wanted_lead;
  if l.id is null or not app.serves(l) or not (l.owner_id = me or l.first_receiver_id = me or l.committee_id = any (app.committees())) then
    raise exception 'only who answers for it speaks to all' using errcode = 'insufficient_privilege';
  end if;
  select * into r from resolution where committee_id = wanted_committee and id = decided and demand_id = wanted_lead;
  if r.id is not null then
    insert into resolution (committee_id, id, meeting_id, demand_id, round, seq, day, why, title, facts, outcome, words, at, by_id, of_lead)
    select wanted_committee, copies[j.n], r.meeting_id, j.id, j.reopened, j.n + (select max(seq) from resolution where committee_id = wanted_committee and meeting_id = r.meeting_id),
      r.day, r.why, j.title, '', case when r.outcome = 'assign' then 'note' else r.outcome end, r.words, r.at, r.by_id, r.id
    from (select d.id, d.title, d.reopened, row_number() over (order by d.id) as n from demand d where d.committee_id = wanted_committee and d.lead_id = wanted_lead and d.status = 'merged') j;
  end if;
  with joined as (
    select d.id, d.filed_by, row_number() over (order by d.id) as n from demand d where d.committee_id = wanted_committee and d.lead_id = wanted_lead and d.status = 'merged'),
  told as (
    insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id, to_name, resolution_id)
    select wanted_committee, entries[n], id, at, speaker, wanted_step, 'merged', coalesce(next_status, 'merged'), words, person, party, case when r.id is not null then copies[n] end from joined)
  update demand d set status = coalesce(next_status, d.status), last_at = at, last_by = speaker, last_line = coalesce(short, d.last_line),
    owner_id = case when j.filed_by is not distinct from l.owner_id then d.owner_id else l.owner_id end,
    lent_from = case when j.filed_by is not distinct from l.owner_id then d.lent_from else l.lent_from end,
    contacted_at = case when short is null then d.contacted_at else coalesce(d.contacted_at, at) end,
    word_due_at = case when short is null then d.word_due_at end,
    answered_at = case when next_status = 'answered' then at else d.answered_at end,
    closed_at = case when next_status = 'declined' then at else d.closed_at end,
    resolution_id = case when next_status = 'declined' then copies[j.n] else d.resolution_id end,
    watch_at = case when next_status is null then d.watch_at else at end
  from joined j where d.committee_id = wanted_committee and d.id = j.id;
  get diagnostics reached = row_count;
  return reached;
end
$$;

-- What one who is joined may know of the others: how many, how many of them neighbours may know of, and by when it is answered. Of the
-- lead itself nothing, not even its number, unless the asker serves it.
create function app.shared_with(wanted_committee uuid, wanted uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'everybody', l.followers, 'neighbours', l.followers_shown + (l.visibility = 'neighbours')::int - (d.visibility = 'neighbours')::int,
    'dueAt', app.instant(l.due_at), 'provisional', l.provisional, 'askedAt', app.instant(l.asked_at), 'status', l.status,
    'lead', case when app.serves(l) then jsonb_build_object('id', l.id, 'number', l.number) end)
  from demand d join demand l on l.committee_id = d.committee_id and l.id = d.lead_id
  where d.committee_id = wanted_committee and d.id = wanted and app.concerns(d)
$$;

-- What neighbours said and let neighbours see, for one who lives there: what, where, since when, how many, by when. Never who.
create function app.look_alikes(wanted_committee uuid)
returns table (demand_id uuid, title text, place text, kind text, category text, filed_at timestamptz, neighbours int, due_at timestamptz, provisional boolean, same_building boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select d.id, d.title, d.place, d.kind, d.category, d.filed_at, d.followers_shown + 1, case when d.working then d.due_at end, d.working and d.provisional,
    exists (select from household h join household mine on mine.committee_id = h.committee_id and mine.building_id = h.building_id
      where h.committee_id = d.committee_id and h.id = d.household_id and mine.id = any ((select app.households())::uuid[]))
  from demand d
  where d.committee_id = wanted_committee and d.visibility = 'neighbours' and d.about = 'community' and d.safety = 'passed' and d.lead_id is null and not d.resting and d.status <> 'answered'
    and d.filed_by is distinct from (select app.account_id())
    and exists (select from household mine where mine.committee_id = wanted_committee and mine.id = any ((select app.households())::uuid[]))
  order by d.filed_at desc, d.id desc limit 200;
end
$$;

-- Where the one who filed it lives in another committee's area; for one who serves the demand's committee whole and means to move it there.
create function app.home_elsewhere(wanted_committee uuid, moving uuid, target uuid) returns table (household_id uuid, block_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.household_id, r.block_id from demand d join resident r on r.account_id = d.filed_by and r.committee_id = target
  where d.committee_id = wanted_committee and d.id = moving and d.committee_id = any (app.committees()) and app.serves(d)
  order by r.household_id limit 1
$$;

-- Moves a demand to another committee with its thread. Its number, its clock and what its resident may read stay; what was internal here is
-- gone, and so is every word of it with those who served it here. What a meeting here
-- decided about, or its resident has rated, stays here (0150 and 0170 make those tables). `plan`: status, householdId, blockId, ownerId, told, route, dueAt, provisional,
-- and the notices that go with it.
create function app.move_demand(wanted_committee uuid, moving uuid, target uuid, moment timestamptz, why text, plan jsonb, entry uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.account_id();
  d demand;
  told_now uuid[] := array(select jsonb_array_elements_text(plan -> 'told'))::uuid[];
begin
  select * into d from demand where committee_id = wanted_committee and id = moving;
  if d.id is null or target = wanted_committee or not app.serves(d) or not (d.committee_id = any (app.committees())) or d.lead_id is not null or d.followers > 0
    or d.resting or d.status = 'answered' or exists (select from resolution r where r.committee_id = wanted_committee and r.demand_id = moving)
    or exists (select from demand_rating r where r.committee_id = wanted_committee and r.demand_id = moving) then
    raise exception 'this demand may not be moved' using errcode = 'insufficient_privilege';
  end if;
  -- Nor do photos of it; loose ones are swept.
  update photo p set demand_id = null, entry_id = null, attached_at = null from demand_entry e
    where p.committee_id = wanted_committee and p.demand_id = moving and e.committee_id = p.committee_id and e.id = p.entry_id
      and (e.internal or e.step in ('release', 'reject') or (e.safety <> 'passed' and e.by_id is distinct from d.filed_by));
  -- Nor do words of those who serve go along that never reached the resident.
  delete from demand_entry e where e.committee_id = wanted_committee and e.demand_id = moving
    and (e.internal or e.step in ('release', 'reject') or (e.safety <> 'passed' and e.by_id is distinct from d.filed_by and e.step <> 'file'));
  -- Those of the first committee stand in the thread by name only.
  update demand_entry e set to_id = null, decided_by = null, to_name = coalesce(e.to_name, (select s.name from staff s where s.committee_id = wanted_committee and s.account_id = e.to_id)),
    by_name = coalesce(e.by_name, case when e.by_id is distinct from d.filed_by then (select s.name from staff s where s.committee_id = wanted_committee and s.account_id = e.by_id) end)
    where e.committee_id = wanted_committee and e.demand_id = moving;
  delete from demand_seen s where s.committee_id = wanted_committee and s.demand_id = moving and s.account_id is distinct from d.filed_by;
  -- (0180 makes it.)
  delete from demand_snooze s where s.committee_id = wanted_committee and s.demand_id = moving;
  update notice n set committee_id = target where n.committee_id = wanted_committee and n.subject = 'demand' and n.subject_id = moving and n.to_id = d.filed_by;
  -- Who was told of it here keeps a line that it was there, without a word of it; what was not sent yet is not sent.
  update notice n set title = d.number, from_name = null, read_at = coalesce(n.read_at, moment), state = case when n.state = 'queued' then 'kept' else n.state end,
      done_at = case when n.state = 'queued' then moment else n.done_at end
    where n.committee_id = wanted_committee and n.subject = 'demand' and n.subject_id = moving;
  delete from demand_moved m where m.committee_id = target and m.demand_id = moving;
  insert into demand_moved (committee_id, demand_id, number, filed_at, moved_at, to_committee_id, by_id, reason)
    values (wanted_committee, moving, d.number, d.filed_at, moment, target, me, why);

  update demand set committee_id = target, status = plan ->> 'status', household_id = (plan ->> 'householdId')::uuid, block_id = (plan ->> 'blockId')::uuid,
    owner_id = (plan ->> 'ownerId')::uuid, first_receiver_id = (plan ->> 'ownerId')::uuid, told = told_now, route = plan -> 'route',
    entered_by = case when entered_by is null then null else (plan ->> 'ownerId')::uuid end,
    offered_to = null, offered_at = null, more_time_by = null, lent_from = null, kept_from = null, outside_kind = null, outside_name = null, outside_number = null, meeting_on = null,
    due_at = (plan ->> 'dueAt')::timestamptz, provisional = (plan ->> 'provisional')::boolean, watch_at = moment, alarms = '{}', last_at = moment, last_by = me
    where committee_id = wanted_committee and id = moving;
  insert into demand_entry (committee_id, id, demand_id, at, by_id, by_name, step, from_status, status, text, to_name)
    values (target, entry, moving, moment, me, (select s.name from staff s where s.committee_id = wanted_committee and s.account_id = me), 'move', d.status, plan ->> 'status', why,
      (select c.name from committee c where c.id = target));
  insert into notice (committee_id, id, to_id, about, subject, subject_id, title, at, state, urgent, number, next_at)
    select target, n.id, n."toId", n.about, 'demand', moving, d.title, moment, 'queued', n.urgent, d.number, n."nextAt"
    from jsonb_to_recordset(plan -> 'notices') as n (id uuid, "toId" uuid, about text, urgent boolean, "nextAt" timestamptz);
end
$$;

revoke all on function app.concerns(demand), app.instant(timestamptz), app.serves(demand), app.is_open_lead(demand), app.shows_to_neighbours(demand),
  app.hold_group(uuid, uuid), app.hold_lead(uuid, uuid, uuid, boolean), app.join_demand(uuid, uuid, uuid, timestamptz, jsonb, uuid), app.leave_lead(uuid, uuid), app.leave_followers(uuid, uuid),
  app.succeed_lead(uuid, uuid, timestamptz, jsonb, uuid), app.pass_on(uuid, uuid, text, timestamptz, text, text, uuid, text, text, uuid[], uuid, uuid[], uuid), app.shared_with(uuid, uuid), app.look_alikes(uuid),
  app.home_elsewhere(uuid, uuid, uuid), app.move_demand(uuid, uuid, uuid, timestamptz, text, jsonb, uuid)
  from public;
