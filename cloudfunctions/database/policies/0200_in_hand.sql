-- Whose matter one has in hand is worked out once a statement, and only for a household nothing else opens. Asked for each row it brought
-- the policies of demand into the plan of everything that names a household, and planning took longer than reading.
create function app.households_in_hand() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(d.household_id), '{}') from demand d
  where not d.resting and d.household_id is not null and (d.owner_id = (select app.account_id()) or d.offered_to = (select app.account_id()))
$$;
revoke all on function app.households_in_hand() from public;
grant execute on function app.households_in_hand() to zx_app;

drop policy members_and_servers on household;
create policy members_and_servers on household for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[])
  or committee_id = any ((select app.committees())::uuid[])
  or id = any ((select app.households())::uuid[])
  or id = any ((select app.households_in_hand())::uuid[]));
