-- When the meeting is held hangs on the notice board; director and secretary set it.
create policy public_board on meeting_time for select to zx_app using (true);
create policy directed_new on meeting_time for insert to zx_app with check (committee_id = any ((select app.directed())::uuid[]));
create policy directed_change on meeting_time for update to zx_app
  using (committee_id = any ((select app.directed())::uuid[])) with check (committee_id = any ((select app.directed())::uuid[]));
grant select, insert, update (weekday, minute) on meeting_time to zx_app;

-- That a meeting was held, by whom and when, is known to those who serve there. Director and secretary open and close it.
create policy those_who_serve on meeting for select to zx_app using (
  committee_id = any ((select app.committees())::uuid[])
  or exists (select from post p where p.committee_id = meeting.committee_id and p.account_id = (select app.account_id()) and p.until is null));
create policy directed_new on meeting for insert to zx_app with check (committee_id = any ((select app.directed())::uuid[]) and state = 'open');
create policy directed_close on meeting for update to zx_app
  using (state = 'open' and committee_id = any ((select app.directed())::uuid[])) with check (state = 'closed' and committee_id = any ((select app.directed())::uuid[]));
grant select, insert (committee_id, id, day, state, chair_id, present, opened_at), update (state, closed_at, carried) on meeting to zx_app;

-- What was decided about a demand is seen by those who see the demand, its resident among them; what belongs to no demand, by those
-- who serve the committee whole, whoever has to see to it, and whoever sat there.
create policy with_demand on resolution for select to zx_app using (
  committee_id = any ((select app.committees())::uuid[])
  or owner_id = (select app.account_id())
  or (demand_id is not null and exists (select from demand d where d.committee_id = resolution.committee_id and d.id = resolution.demand_id))
  or (demand_id is null and exists (select from meeting m where m.committee_id = resolution.committee_id and m.id = resolution.meeting_id and (select app.account_id()) = any (m.present))));
-- Nobody decides about what they filed themselves.
create policy at_open_meeting on resolution for insert to zx_app with check (
  by_id = (select app.account_id()) and settled is null
  and committee_id = any ((select app.directed())::uuid[])
  and exists (select from meeting m where m.committee_id = resolution.committee_id and m.id = resolution.meeting_id and m.state = 'open')
  and (demand_id is null or exists (select from demand d where d.committee_id = resolution.committee_id and d.id = resolution.demand_id
    and d.filed_by is distinct from (select app.account_id()))));
create policy seen_to on resolution for update to zx_app
  using (settled is null and (owner_id = (select app.account_id()) or committee_id = any ((select app.directed())::uuid[])))
  with check (settled_by = (select app.account_id()) and (owner_id = (select app.account_id()) or committee_id = any ((select app.directed())::uuid[])));
grant select,
  insert (committee_id, id, meeting_id, demand_id, round, seq, day, why, title, facts, outcome, words, owner_id, due_on, at, by_id, follow_of),
  update (settled, settled_at, settled_words, settled_by)
  on resolution to zx_app;

create policy those_who_serve_whole on fund_idea for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
create policy directed_new on fund_idea for insert to zx_app with check (committee_id = any ((select app.directed())::uuid[]));
grant select, insert on fund_idea to zx_app;

grant update (resolution_id) on demand to zx_app;
grant insert (resolution_id) on demand_entry to zx_app;

create policy about_own_meeting on notice for insert to zx_app with check (
  state = 'queued' and read_at is null and subject = 'meeting'
  and exists (select from meeting m where m.committee_id = notice.committee_id and m.id = notice.subject_id));

-- A meeting that was not held, or a day the calendar closed since: the timer moves what waits for it to the next one.
create policy public_board_jobs on meeting_time for select to zx_jobs using (true);
create policy held on meeting for select to zx_jobs using (true);
create policy at_meeting on demand for select to zx_jobs using (status = 'atMeeting');
create policy at_meeting_move on demand for update to zx_jobs using (status = 'atMeeting') with check (status = 'atMeeting');
create policy meeting_moved on demand_entry for insert to zx_jobs with check (by_id is null and step = 'takeToMeeting');
grant select on meeting_time to zx_jobs;
grant select (committee_id, id, day, state) on meeting to zx_jobs;
grant select (meeting_on), update (meeting_on) on demand to zx_jobs;
grant insert (to_name) on demand_entry to zx_jobs;
