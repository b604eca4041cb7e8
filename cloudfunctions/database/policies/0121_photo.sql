-- A photo is seen by its author, and by those who see the demand and the words it goes with; until it is checked, of these only by who filed
-- the demand and by who serves the committee.
create policy author_and_demand on photo for select to zx_app using (
  by_id = (select app.account_id())
  -- Who took it away must be able to write that down.
  or verdict_by = (select app.account_id())
  or (state <> 'rejected'
    and exists (select from demand d where d.committee_id = photo.committee_id and d.id = photo.demand_id
      and (photo.state = 'ready' or d.filed_by = (select app.account_id())
        or exists (select from staff s where s.committee_id = photo.committee_id and s.account_id = (select app.account_id()))))
    and (entry_id is null or exists (select from demand_entry e where e.committee_id = photo.committee_id and e.id = photo.entry_id))));
create policy own_new on photo for insert to zx_app with check (by_id = (select app.account_id()));
-- Its author sends the pieces and puts it with own words; nobody releases one's own.
create policy own_upload on photo for update to zx_app
  using (by_id = (select app.account_id()) and verdict is null)
  with check (by_id = (select app.account_id()) and verdict is null
    and (demand_id is null or exists (select from demand d where d.committee_id = photo.committee_id and d.id = photo.demand_id))
    and (entry_id is null or exists (select from demand_entry e
      where e.committee_id = photo.committee_id and e.id = photo.entry_id and e.demand_id = photo.demand_id and e.by_id = (select app.account_id()))));
create policy server_decides on photo for update to zx_app
  using (by_id <> (select app.account_id())
    and exists (select from demand d where d.committee_id = photo.committee_id and d.id = photo.demand_id and d.filed_by is distinct from (select app.account_id()))
    and exists (select from staff s where s.committee_id = photo.committee_id and s.account_id = (select app.account_id())))
  with check (by_id <> (select app.account_id()) and verdict_by = (select app.account_id())
    and exists (select from demand d where d.committee_id = photo.committee_id and d.id = photo.demand_id));
grant select, insert (committee_id, id, by_id, bytes, sha256, made_at, next_at),
  update (demand_id, entry_id, seq, received, fault, verdict, verdict_by, verdict_at, attached_at, next_at) on photo to zx_app;

-- The bytes as they came are for nobody but their author, who needs them only to be counted and summed.
create policy own on photo_piece for select to zx_app using (
  exists (select from photo p where p.committee_id = photo_piece.committee_id and p.id = photo_piece.photo_id and p.by_id = (select app.account_id())));
create policy own_new on photo_piece for insert to zx_app with check (
  exists (select from photo p where p.committee_id = photo_piece.committee_id and p.id = photo_piece.photo_id and p.by_id = (select app.account_id())
    and p.state = 'uploading' and p.received = photo_piece.at));
grant select, insert on photo_piece to zx_app;

-- The timer draws them anew, has them checked, and forgets what nobody needs.
create policy draw on photo for select to zx_jobs using (true);
create policy settle on photo for update to zx_jobs using (true) with check (verdict is null or verdict_by is not null);
create policy expire on photo for delete to zx_jobs using (demand_id is null);
grant select (committee_id, id, by_id, demand_id, bytes, received, fault, full_ref, thumb_ref, platform, trace, state, made_at, attached_at, attempts, next_at),
  update (fault, full_ref, thumb_ref, platform, trace, attempts, next_at), delete on photo to zx_jobs;
create policy draw on photo_piece for select to zx_jobs using (true);
create policy expire on photo_piece for delete to zx_jobs using (true);
grant select, delete on photo_piece to zx_jobs;
