-- A household is seen by its members, by the leader and deputy of its block, by those who serve the committee whole, and by whoever
-- has an open demand of it in hand: a stand-in from another block must know that nobody is to come to the door.
create policy members_and_servers on household for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[])
  or id = any ((select app.households())::uuid[])
  or exists (select from demand d where d.committee_id = household.committee_id and d.household_id = household.id and not d.resting
    and (d.owner_id = (select app.account_id()) or d.offered_to = (select app.account_id()))));
grant select on household to zx_app;

create policy with_household on resident for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[])
  or household_id = any ((select app.households())::uuid[]));
-- Entered by who serves the household, when a request is confirmed.
create policy confirmed_by_server on resident for insert to zx_app with check (
  block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[]));
grant select, insert (committee_id, id, household_id, block_id, name, relation, account_id) on resident to zx_app;

create policy own_and_servers on join_request for select to zx_app using (
  account_id = (select app.account_id())
  or block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[]));
create policy own_new on join_request for insert to zx_app with check (account_id = (select app.account_id()) and state = 'waiting');
-- Nobody decides about themselves.
create policy server_decides on join_request for update to zx_app
  using (account_id <> (select app.account_id()) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])))
  with check (decided_by = (select app.account_id()) and state <> 'waiting');
grant select, insert (committee_id, id, household_id, block_id, label, account_id, name, relation, message, asked_at, state),
  update (state, decided_by, decided_at, reason) on join_request to zx_app;
