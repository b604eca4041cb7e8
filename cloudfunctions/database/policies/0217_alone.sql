-- That a demand goes by itself, because what it was to be joined to has moved on, is nobody's step.
drop policy own_step on demand_entry;
create policy own_step on demand_entry for insert to zx_app with check (
  (by_id = (select app.account_id()) or (by_id is null and step in ('handOver', 'separate')))
  and step not in ('standIn', 'escalate', 'closeSilent', 'due')
  and (step not in ('release', 'reject') or committee_id = any ((select app.committees())::uuid[]))
  and (demand_entry.safety <> 'rejected' or step = 'reject')
  and exists (select from demand d where d.committee_id = demand_entry.committee_id and d.id = demand_entry.demand_id
    and (step not in ('note', 'snooze', 'askMoreTime', 'refuseMoreTime') or d.filed_by is distinct from (select app.account_id()))
    and (step not in ('reply', 'ask', 'answer') or d.kept_from is distinct from (select app.account_id()))
    and (step <> 'rate' or d.filed_by = (select app.account_id()))));
