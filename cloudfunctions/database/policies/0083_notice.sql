create policy own on notice for select to zx_app using (to_id = (select app.account_id()));
create policy own_read on notice for update to zx_app using (to_id = (select app.account_id())) with check (to_id = (select app.account_id()));
-- One may tell another only about a matter one can see.
create policy about_seen_matter on notice for insert to zx_app with check (
  state = 'queued' and read_at is null and (
    (subject = 'demand' and exists (select from demand d where d.committee_id = notice.committee_id and d.id = notice.subject_id))
    or (subject = 'joinRequest' and exists (select from join_request j where j.committee_id = notice.committee_id and j.id = notice.subject_id))));
grant select, insert (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, next_at), update (read_at) on notice to zx_app;

-- The timer sends what is queued. It reads no text of a demand and no name of a resident beyond the notice itself.
create policy queued on notice for select to zx_jobs using (true);
create policy settle on notice for update to zx_jobs using (state = 'queued') with check (true);
grant select (committee_id, id, to_id, about, subject, subject_id, at, state, attempts, next_at), update (state, attempts, next_at, done_at) on notice to zx_jobs;
create policy openid_to_send on identity for select to zx_jobs using (kind = 'weapp');
grant select (kind, subject, account_id) on identity to zx_jobs;
