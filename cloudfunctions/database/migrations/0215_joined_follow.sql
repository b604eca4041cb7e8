-- What is joined follows its lead: one person answers for all of it, on whatever way the lead came to them. Whoever moves a lead writes the
-- lines in the histories (demand/rules/moves.ts, app.pass_on); this holds also for one that was joined while the lead was on its way.

-- Nobody gets what they filed themselves, nor what brings them back to somebody who would rather not hear from them.
create function app.goes_to(d demand, account uuid) returns boolean language sql immutable as $$
  select d.filed_by is distinct from account and d.kept_from is distinct from account
$$;

create function app.takes_along() returns trigger language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update demand d set owner_id = new.owner_id, lent_from = new.lent_from
  where d.committee_id = new.committee_id and d.lead_id = new.id and not d.resting and d.owner_id <> new.owner_id and app.goes_to(d, new.owner_id);
  return null;
end
$$;
create trigger takes_along after update of owner_id on demand for each row
  when (new.followers > 0 and old.owner_id is distinct from new.owner_id and old.committee_id = new.committee_id) execute function app.takes_along();
revoke all on function app.goes_to(demand, uuid), app.takes_along() from public;

-- Joined before this was so.
update demand d set owner_id = l.owner_id, lent_from = l.lent_from from demand l
where l.committee_id = d.committee_id and l.id = d.lead_id and not d.resting and not l.resting and d.owner_id <> l.owner_id and app.goes_to(d, l.owner_id);

-- What stand-ins have, with what it is joined to (0112).
drop function app.lent_demands(uuid, uuid);
create function app.lent_demands(wanted_committee uuid, wanted_leave uuid)
returns table (id uuid, title text, "ownerId" uuid, "lentFrom" uuid, "blockId" uuid, "filedBy" uuid, "keptFrom" uuid, "leadId" uuid, "leadOwnerId" uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query select d.id, d.title, d.owner_id, d.lent_from, d.block_id, d.filed_by, d.kept_from, m.id, m.owner_id
    from leave l join demand d on d.committee_id = l.committee_id and d.lent_from = l.account_id and not d.resting
      left join demand m on m.committee_id = d.committee_id and m.id = d.lead_id and not m.resting
    where l.committee_id = wanted_committee and l.id = wanted_leave
      and (current_setting('role') = 'zx_jobs' or l.account_id = app.account_id() or wanted_committee = any (app.committees()))
    order by d.id for update of d;
end
$$;
revoke all on function app.lent_demands(uuid, uuid) from public;
grant execute on function app.lent_demands(uuid, uuid) to zx_app, zx_jobs;
grant select (lead_id) on demand to zx_jobs;

-- What is said or done about a lead, in the thread of each that is joined to it (0160, 0162); whose they are is not written here any more.
create or replace function app.pass_on(wanted_committee uuid, wanted_lead uuid, wanted_step text, at timestamptz, words text, party text, person uuid, next_status text,
  short text, entries uuid[], decided uuid, copies uuid[], speaker uuid, doubt text) returns int
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
    select d.id, row_number() over (order by d.id) as n from demand d where d.committee_id = wanted_committee and d.lead_id = wanted_lead and d.status = 'merged'),
  told as (
    insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id, to_name, resolution_id, safety, doubt)
    select wanted_committee, entries[n], id, at, speaker, wanted_step, 'merged', coalesce(next_status, 'merged'), words, person, party, case when r.id is not null then copies[n] end,
      case when pass_on.doubt is null then 'passed' else 'pending' end, pass_on.doubt from joined)
  update demand d set status = coalesce(next_status, d.status), last_at = at, last_by = speaker, last_line = case when pass_on.doubt is null then coalesce(short, d.last_line) else d.last_line end,
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

-- The lead is withdrawn or moves away (0160). Who leads next is one that is with the lead's owner, before one that is apart because that
-- owner filed it; the others go along to whoever has the next lead.
create or replace function app.succeed_lead(wanted_committee uuid, leaving uuid, at timestamptz, clock jsonb, entry uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  l demand;
  heir demand;
  next_status text;
begin
  select * into l from demand where committee_id = wanted_committee and id = leaving;
  if l.id is null or not app.concerns(l) then raise exception 'this demand may not leave' using errcode = 'insufficient_privilege'; end if;
  select * into heir from demand d where d.committee_id = wanted_committee and d.lead_id = leaving and d.status = 'merged'
    order by d.owner_id = l.owner_id desc, d.visibility = 'neighbours' desc, d.filed_at, d.id limit 1;
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
  update demand d set lead_id = heir.id,
      owner_id = case when app.goes_to(d, heir.owner_id) then heir.owner_id else d.owner_id end,
      lent_from = case when app.goes_to(d, heir.owner_id) then heir.lent_from else d.lent_from end
    where d.committee_id = wanted_committee and d.lead_id = leaving and d.status = 'merged';
  update demand d set lead_id = null, joined_at = null, joined_from = null where d.committee_id = wanted_committee and d.lead_id = leaving;
  update demand d set (followers, followers_shown) = (
      select count(*), count(*) filter (where m.visibility = 'neighbours') from demand m where m.committee_id = wanted_committee and m.lead_id = d.id)
    where d.committee_id = wanted_committee and d.id in (heir.id, leaving);
  return heir.id;
end
$$;
