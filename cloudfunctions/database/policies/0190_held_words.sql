-- What waits until somebody has read it (0142) is held back from the resident here too. Whoever lets another read the thread of a demand
-- keeps the line about safety in it. It is said of which table: a demand has a safety of its own.
drop policy with_demand on demand_entry;
create policy with_demand on demand_entry for select to zx_app using (
  exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (d.filed_by is distinct from (select app.account_id())
      or (not demand_entry.internal and (demand_entry.safety = 'passed' or demand_entry.step = 'file' or demand_entry.by_id = (select app.account_id())))))
  and (step <> 'rate' or exists (select from demand_rating r where r.committee_id = demand_entry.committee_id and r.demand_id = demand_entry.demand_id and r.at = demand_entry.at)));

drop policy own_step on demand_entry;
create policy own_step on demand_entry for insert to zx_app with check (
  (by_id = (select app.account_id()) or (by_id is null and step = 'handOver'))
  and step not in ('standIn', 'escalate', 'closeSilent', 'due')
  and (step not in ('release', 'reject') or committee_id = any ((select app.committees())::uuid[]))
  and (demand_entry.safety <> 'rejected' or step = 'reject')
  and exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (step not in ('note', 'snooze', 'askMoreTime', 'refuseMoreTime') or d.filed_by is distinct from (select app.account_id()))
    and (step not in ('reply', 'ask', 'answer') or d.kept_from is distinct from (select app.account_id()))
    and (step <> 'rate' or d.filed_by = (select app.account_id()))));

-- The words of a resolution wait like those of any other step: its resident reads it once the line it moved the demand with may be read.
create policy held_back on resolution as restrictive for select to zx_app using (
  demand_id is null
  or owner_id = (select app.account_id())
  or exists (select from demand d where d.committee_id = resolution.committee_id and d.id = resolution.demand_id and d.filed_by is distinct from (select app.account_id()))
  or exists (select from demand_entry e where e.committee_id = resolution.committee_id and e.demand_id = resolution.demand_id and e.resolution_id = resolution.id and e.safety = 'passed'));
