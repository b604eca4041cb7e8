-- The tests stand in the order in which they usually hold, for each row of a list is asked; the array comes last.
-- A demand is seen by who filed it, who has or had to answer it, whom it was offered or told, the leader of its block, and those who
-- serve the committee whole. Nobody else: no neighbour, no other block, no other committee.
create policy filer_and_servers on demand for select to zx_app using (
  filed_by = (select app.account_id())
  or owner_id = (select app.account_id())
  or committee_id = any ((select app.committees())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or first_receiver_id = (select app.account_id())
  or offered_to = (select app.account_id())
  or (select app.account_id()) = any (told));
create policy own_new on demand for insert to zx_app with check (filed_by = (select app.account_id()) and status = 'submitted');
create policy filer_and_servers_move on demand for update to zx_app using (
  filed_by = (select app.account_id())
  or owner_id = (select app.account_id())
  or committee_id = any ((select app.committees())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or first_receiver_id = (select app.account_id())
  or offered_to = (select app.account_id())
  or (select app.account_id()) = any (told))
  with check (
  filed_by = (select app.account_id())
  or owner_id = (select app.account_id())
  or committee_id = any ((select app.committees())::uuid[])
  or block_id = any ((select app.blocks())::uuid[])
  or first_receiver_id = (select app.account_id())
  or offered_to = (select app.account_id())
  or (select app.account_id()) = any (told));
grant select,
  insert (committee_id, id, number, kind, about, title, text, place, urgency, visibility, channel, status, filed_by, filer_name, household_id, block_id,
    owner_id, first_receiver_id, told, route, filed_at, contact_due_at, due_at, provisional, last_at, last_by, last_line),
  update (status, block_id, owner_id, offered_to, contacted_at, due_at, provisional, answered_at, closed_at, reopened, last_at, last_by, last_line)
  on demand to zx_app;

-- The thread follows its demand; internal notes are for those who serve, and never for who filed it.
create policy with_demand on demand_entry for select to zx_app using (
  exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (not internal or d.filed_by <> (select app.account_id()))));
create policy own_step on demand_entry for insert to zx_app with check (
  (by_id = (select app.account_id()) or (by_id is null and step = 'handOver'))
  and exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (step <> 'note' or d.filed_by <> (select app.account_id()))));
grant select, insert (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id) on demand_entry to zx_app;

create policy own on demand_seen for select to zx_app using (account_id = (select app.account_id()));
create policy own_new on demand_seen for insert to zx_app with check (
  account_id = (select app.account_id())
  and exists (select from demand d where d.committee_id = demand_seen.committee_id and d.id = demand_seen.demand_id));
create policy own_later on demand_seen for update to zx_app using (account_id = (select app.account_id())) with check (account_id = (select app.account_id()));
grant select, insert, update (seen_at) on demand_seen to zx_app;
