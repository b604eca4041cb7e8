-- A demand that moved to another committee takes its photos with it, out of sight of those who served it before: of who gave one with an
-- answer, and of who let one be seen, too.
alter policy author_and_demand on photo using (
  (by_id = (select app.account_id()) and demand_id is null)
  or (exists (select from demand d where d.committee_id = photo.committee_id and d.id = photo.demand_id
      and (photo.state = 'ready' or photo.by_id = (select app.account_id()) or photo.verdict_by = (select app.account_id()) or d.filed_by = (select app.account_id())
        or exists (select from staff s where s.committee_id = photo.committee_id and s.account_id = (select app.account_id()))))
    -- Its author reads why it is not there; who took it away must be able to write that down.
    and (by_id = (select app.account_id()) or verdict_by = (select app.account_id())
      or (state <> 'rejected' and (entry_id is null or exists (select from demand_entry e where e.committee_id = photo.committee_id and e.id = photo.entry_id))))));
