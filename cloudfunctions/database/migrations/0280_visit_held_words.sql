-- Words in a visit that wait until a person has read them (待审, decision 045): author and those who serve read them, the household's others do not.
alter table visit_entry
  add column safety text not null default 'passed' check (safety in ('passed', 'pending', 'rejected')),
  -- Why they waited.
  add column doubt text check (doubt in ('unchecked', 'doubtful', 'listed')),
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column decided_reason text check (length(decided_reason) between 1 and 200),
  add foreign key (committee_id, decided_by) references staff (committee_id, account_id),
  add constraint visit_entry_waits_for_a_reason check ((safety = 'pending') <= (doubt is not null and decided_by is null)),
  add constraint visit_entry_decided_whole check ((decided_by is null) = (decided_at is null)),
  add constraint visit_entry_rejected_by_somebody check ((safety = 'rejected') <= (decided_by is not null and decided_reason is not null)),
  -- Never one's own words.
  add constraint visit_entry_decided_by_another check (decided_by <> by_id);
create index visit_entry_held on visit_entry (committee_id, at, id) where safety = 'pending';
-- One summary at a time: whoever has written one waits for whoever reads it.
create unique index visit_entry_one_summary on visit_entry (committee_id, visit_id) where safety = 'pending' and step = 'summarise';
-- Asked with a summary, and held back with it.
alter table visit_helper add column safety text not null default 'passed' check (safety in ('passed', 'pending', 'rejected'));

drop policy with_visit on visit_entry;
create policy with_visit on visit_entry for select to zx_app using (
  exists (select from visit v where v.committee_id = visit_entry.committee_id and v.id = visit_entry.visit_id
    and (visit_entry.safety = 'passed' or visit_entry.by_id = (select app.account_id()) or v.household_id <> all ((select app.households())::uuid[]))));
drop policy own_step on visit_entry;
create policy own_step on visit_entry for insert to zx_app with check (
  by_id = (select app.account_id()) and step not in ('standIn', 'miss') and safety <> 'rejected'
  and exists (select from visit v where v.committee_id = visit_entry.committee_id and v.id = visit_entry.visit_id));
-- Decided once, by one who serves the committee whole, about words of another, and never about one's own household's.
create policy decide_words on visit_entry for update to zx_app
  using (
    safety = 'pending' and by_id <> (select app.account_id()) and committee_id = any ((select app.committees())::uuid[])
    and exists (select from visit v where v.committee_id = visit_entry.committee_id and v.id = visit_entry.visit_id and v.household_id <> all ((select app.households())::uuid[])))
  with check (safety <> 'pending' and decided_by = (select app.account_id()) and committee_id = any ((select app.committees())::uuid[]));
revoke insert on visit_entry from zx_app;
grant insert (committee_id, id, visit_id, at, by_id, step, from_state, state, text, starts_at, safety, doubt), update (state, safety, decided_by, decided_at, decided_reason) on visit_entry to zx_app;

drop policy with_visit on visit_helper;
create policy with_visit on visit_helper for select to zx_app using (
  exists (select from visit v where v.committee_id = visit_helper.committee_id and v.id = visit_helper.visit_id
    and (visit_helper.safety = 'passed' or v.household_id <> all ((select app.households())::uuid[]))));
create policy decide_words on visit_helper for update to zx_app
  using (
    safety = 'pending' and committee_id = any ((select app.committees())::uuid[])
    and exists (select from visit v where v.committee_id = visit_helper.committee_id and v.id = visit_helper.visit_id
      and v.host_id <> (select app.account_id()) and v.household_id <> all ((select app.households())::uuid[])))
  with check (safety <> 'pending' and state = 'asked');
-- Whoever lets words go answers nothing in the household's place.
create policy answered_at_home on visit_helper as restrictive for update to zx_app using (state = 'asked') with check (
  state = 'asked' or exists (select from visit v where v.committee_id = visit_helper.committee_id and v.id = visit_helper.visit_id and v.household_id = any ((select app.households())::uuid[])));
grant insert (safety), update (safety) on visit_helper to zx_app;

-- A purpose that waits is not in the visit itself, for of a row all is read or nothing; it is written there when it is let go, letter by letter.
create function app.guard_visit_purpose() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'zx_app' and not exists (select from visit_entry e
      where e.committee_id = new.committee_id and e.visit_id = new.id and e.step in ('ask', 'invite') and e.safety = 'passed' and e.decided_by is not null and e.text = new.purpose) then
    raise insufficient_privilege using message = 'a visit has the purpose it was asked for, once that may be read';
  end if;
  return new;
end
$$;
revoke all on function app.guard_visit_purpose() from public;
create trigger guard_purpose before update of purpose on visit for each row when (new.purpose is distinct from old.purpose) execute function app.guard_visit_purpose();
grant update (purpose) on visit to zx_app;
