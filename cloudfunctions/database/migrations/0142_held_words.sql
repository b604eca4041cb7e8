-- Words that wait until a person has read them (待审). What a resident says is read by those who serve it at once, and by neighbours
-- not before it passed; what those who serve say reaches the resident only then.
alter table demand
  -- Of the words it was filed with. Nothing a neighbour sees is made of a demand that has not passed.
  add column safety text not null default 'passed' check (safety in ('passed', 'pending', 'rejected'));

alter table demand_entry drop constraint demand_entry_step_check;
alter table demand_entry
  add constraint demand_entry_step_check check (step in
    ('file', 'add', 'accept', 'reply', 'ask', 'resume', 'answer', 'note', 'handOver', 'bounce', 'takeOver', 'transfer', 'takeToMeeting', 'assign', 'decline',
     'join', 'separate', 'askMoreTime', 'grantMoreTime', 'refuseMoreTime', 'confirm', 'notSolved', 'rate', 'withdraw', 'snooze', 'move',
     'standIn', 'escalate', 'closeSilent', 'due', 'release', 'reject')),
  add column safety text not null default 'passed' check (safety in ('passed', 'pending', 'rejected')),
  -- Why they waited.
  add column doubt text check (doubt in ('unchecked', 'doubtful', 'listed')),
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column decided_reason text check (length(decided_reason) between 1 and 200),
  add foreign key (committee_id, decided_by) references staff (committee_id, account_id),
  add constraint demand_entry_waits_for_a_reason check ((safety = 'pending') <= (doubt is not null and decided_by is null)),
  add constraint demand_entry_decided_whole check ((decided_by is null) = (decided_at is null)),
  -- The line that tells of rejected words of those who serve is as hidden as the words.
  add constraint demand_entry_rejected_by_somebody check ((safety = 'rejected' and step <> 'reject') <= (decided_by is not null and decided_reason is not null)),
  -- Never one's own words.
  add constraint demand_entry_decided_by_another check (decided_by <> by_id);
create index demand_entry_held on demand_entry (committee_id, at, id) where safety = 'pending';

-- Decided once, by one who serves the committee whole, about words of another, and never about one's own matter.
create policy decide_words on demand_entry for update to zx_app
  using (
    safety = 'pending' and by_id <> (select app.account_id()) and committee_id = any ((select app.committees())::uuid[])
    and exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id and d.filed_by is distinct from (select app.account_id())))
  with check (safety <> 'pending' and decided_by = (select app.account_id()) and committee_id = any ((select app.committees())::uuid[]));
grant insert (safety, doubt), update (safety, decided_by, decided_at, decided_reason) on demand_entry to zx_app;
grant insert (safety), update (safety) on demand to zx_app;

-- A demand may be moved by many, its words let go by few: a policy sees only the row as it becomes.
create function app.guard_demand_safety() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'zx_app' and not (new.committee_id = any (app.committees()::uuid[]) and new.filed_by is distinct from app.account_id()) then
    raise insufficient_privilege using message = 'the words of a demand are let go by those who serve its committee whole';
  end if;
  return new;
end
$$;
revoke all on function app.guard_demand_safety() from public;
create trigger guard_safety before update of safety on demand for each row when (new.safety is distinct from old.safety) execute function app.guard_demand_safety();
