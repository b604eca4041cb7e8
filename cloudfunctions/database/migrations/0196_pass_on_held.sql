-- What is said about a lead and waits until somebody has read it (待审) waits in the thread of each that is joined to it as well. Otherwise as
-- 0160 made it.
create or replace function app.pass_on(wanted_committee uuid, wanted_lead uuid, wanted_step text, at timestamptz, words text, party text, person uuid, next_status text,
  short text, entries uuid[], decided uuid, copies uuid[], speaker uuid) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.account_id();
  l demand;
  r resolution;
  reached int;
  -- Why the words wait, where they do: those who are joined to it read them no sooner.
  waits text;
begin
  select * into l from demand where committee_id = wanted_committee and id = wanted_lead;
  if l.id is null or not app.serves(l) or not (l.owner_id = me or l.first_receiver_id = me or l.committee_id = any (app.committees())) then
    raise exception 'only who answers for it speaks to all' using errcode = 'insufficient_privilege';
  end if;
  select e.doubt into waits from demand_entry e where e.committee_id = wanted_committee and e.demand_id = wanted_lead and e.step = wanted_step and e.at = pass_on.at and e.safety = 'pending' limit 1;
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
    insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id, to_name, resolution_id, safety, doubt)
    select wanted_committee, entries[n], id, at, speaker, wanted_step, 'merged', coalesce(next_status, 'merged'), words, person, party, case when r.id is not null then copies[n] end,
      case when waits is null then 'passed' else 'pending' end, waits from joined)
  update demand d set status = coalesce(next_status, d.status), last_at = at, last_by = speaker, last_line = case when waits is null then coalesce(short, d.last_line) else d.last_line end,
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
