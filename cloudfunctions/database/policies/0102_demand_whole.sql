-- Filed by oneself, or entered by one who serves for one without an account.
create policy own_new on demand for insert to zx_app with check (
  status = 'submitted' and (
    (filed_by = (select app.account_id()) and entered_by is null)
    or (entered_by = (select app.account_id()) and filed_by is distinct from (select app.account_id())
      and (committee_id = any ((select app.committees())::uuid[]) or block_id = any ((select app.blocks())::uuid[])))));
grant
  insert (entered_by, filer_phone, due_from, due_days, word_due_at, watch_at),
  update (told, due_from, due_days, pauses, asked_at, word_due_at, offered_at, watch_at, alarms, more_time_by, outside_kind, outside_name, outside_number, meeting_on, lent_from, closed_how)
  on demand to zx_app;

create policy members_and_servers on household for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[])
  or id = any ((select app.households())::uuid[])
  or exists (select from demand d where d.committee_id = household.committee_id and d.household_id = household.id and not d.resting
    and (d.owner_id = (select app.account_id()) or d.offered_to = (select app.account_id()))));

-- The thread follows its demand; what is internal is for those who serve, and never for who filed it.
create policy with_demand on demand_entry for select to zx_app using (
  exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (not internal or d.filed_by is distinct from (select app.account_id()))));
create policy own_step on demand_entry for insert to zx_app with check (
  (by_id = (select app.account_id()) or (by_id is null and step = 'handOver'))
  and step not in ('standIn', 'escalate', 'closeSilent', 'due')
  and exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (step not in ('note', 'snooze', 'askMoreTime', 'refuseMoreTime') or d.filed_by is distinct from (select app.account_id()))));
grant insert (to_name, old_due, new_due) on demand_entry to zx_app;

create policy public_board on ladder_rung for select to zx_app, zx_jobs using (true);
grant select on ladder_rung to zx_app, zx_jobs;

-- The timer warns, escalates and closes what nobody answered. It reads no text, no place and no name of a resident, and it can open nothing again.
create policy watched on demand for select to zx_jobs using (true);
create policy watch on demand for update to zx_jobs using (watch_at is not null) with check (true);
grant select (committee_id, id, title, kind, urgency, status, filed_by, owner_id, offered_to, told, due_at, contact_due_at, contacted_at, word_due_at, asked_at, offered_at,
    answered_at, watch_at, alarms),
  update (status, watch_at, alarms, told, closed_at, closed_how, last_at, last_by)
  on demand to zx_jobs;
create policy watch_entry on demand_entry for insert to zx_jobs with check (by_id is null and step in ('escalate', 'closeSilent'));
grant insert (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id) on demand_entry to zx_jobs;
create policy watch_notice on notice for insert to zx_jobs with check (state = 'queued' and read_at is null and subject = 'demand');
grant insert (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, next_at) on notice to zx_jobs;
-- Who is to be told.
create policy public_board_jobs on staff for select to zx_jobs using (true);
create policy public_board_jobs on post for select to zx_jobs using (true);
create policy public_board_jobs on block for select to zx_jobs using (true);
create policy public_board_jobs on leave for select to zx_jobs using (true);
create policy public_board_jobs on duty for select to zx_jobs using (true);
create policy public_board_jobs on committee for select to zx_jobs using (true);
grant select on staff, post, block, leave, duty, committee, serving to zx_jobs;
