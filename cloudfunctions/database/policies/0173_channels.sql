-- Filed by oneself, or written down by one who serves: a leader for their own block, one who serves whole for anybody.
drop policy own_new on demand;
create policy own_new on demand for insert to zx_app with check (
  status = 'submitted' and (
    (filed_by = (select app.account_id()) and entered_by is null and channel = 'app')
    or (entered_by = (select app.account_id()) and filed_by is distinct from (select app.account_id()) and channel <> 'app'
      and (committee_id = any ((select app.committees())::uuid[]) or block_id = any ((select app.blocks())::uuid[])))));

-- Whose account is named lives in the household that is named, and the household in the block. A policy can not ask this: those of
-- household and resident ask for demands in turn.
create function app.check_filing() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.household_id is not null and not exists (select from household h where h.committee_id = new.committee_id and h.id = new.household_id and h.block_id = new.block_id) then
    raise insufficient_privilege using message = 'the household does not lie in this block';
  end if;
  if new.entered_by is not null and new.filed_by is not null and not exists (
    select from resident r where r.committee_id = new.committee_id and r.household_id = new.household_id and r.account_id = new.filed_by) then
    raise insufficient_privilege using message = 'whose account it is does not live there';
  end if;
  return new;
end
$$;
revoke all on function app.check_filing() from public;
create trigger check_filing before insert on demand for each row when (current_user = 'zx_app') execute function app.check_filing();

create policy public_board on rating_reason for select to zx_app using (true);
grant select on rating_reason to zx_app;

-- Read by who said it, and by director and secretary; never by the one it speaks of.
create policy own_and_approvers on demand_rating for select to zx_app using (
  by_id = (select app.account_id())
  or (rated_id <> (select app.account_id()) and committee_id = any ((select app.directed())::uuid[])));
create policy own_new on demand_rating for insert to zx_app with check (
  by_id = (select app.account_id())
  and exists (select from demand d where d.committee_id = demand_rating.committee_id and d.id = demand_rating.demand_id
    and d.filed_by = (select app.account_id()) and d.status in ('closed', 'declined') and d.reopened = closure and d.owner_id = rated_id));
grant select, insert (committee_id, demand_id, closure, by_id, rated_id, value, solved, reasons, words, at) on demand_rating to zx_app;
grant update (rated, kept_from) on demand to zx_app;
grant insert (heard) on demand_entry to zx_app;

-- That a closure was rated is a line for those who may read the rating.
drop policy with_demand on demand_entry;
create policy with_demand on demand_entry for select to zx_app using (
  exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (not internal or d.filed_by is distinct from (select app.account_id())))
  and (step <> 'rate' or exists (select from demand_rating r where r.committee_id = demand_entry.committee_id and r.demand_id = demand_entry.demand_id and r.at = demand_entry.at)));
-- From whom a demand is kept does not speak to its filer any more.
drop policy own_step on demand_entry;
create policy own_step on demand_entry for insert to zx_app with check (
  (by_id = (select app.account_id()) or (by_id is null and step = 'handOver'))
  and step not in ('standIn', 'escalate', 'closeSilent', 'due')
  and exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (step not in ('note', 'snooze', 'askMoreTime', 'refuseMoreTime') or d.filed_by is distinct from (select app.account_id()))
    and (step not in ('reply', 'ask', 'answer') or d.kept_from is distinct from (select app.account_id()))
    and (step <> 'rate' or d.filed_by = (select app.account_id()))));
