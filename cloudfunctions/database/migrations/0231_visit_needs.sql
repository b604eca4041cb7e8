-- What a household said in a talk is filed by its host, also by a stand-in from another block.
create policy from_visit on demand for insert to zx_app with check (
  status = 'submitted' and channel = 'onlineVisit' and entered_by = (select app.account_id()) and filed_by is distinct from (select app.account_id())
  and exists (select from visit v where v.committee_id = demand.committee_id and v.household_id = demand.household_id and v.host_id = (select app.account_id())
    and v.mode = 'online' and v.state in ('asked', 'proposed', 'booked', 'missed', 'held')));
-- A time of another length.
grant update (minutes) on visit to zx_app;
grant select (last_at) on visit to zx_jobs;
