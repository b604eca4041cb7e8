-- Row security on every table, forced, so that the owner passes only by the policy that names it.
do $$
declare
  t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- Migrations, seed and the definer functions of schema app run as the owner; no request does.
    execute format('create policy owner_keeps on %I for all to zx_owner using (true) with check (true)', t);
  end loop;
end
$$;

-- What hangs on the notice board: who serves where, and the service list. Everybody may read it, visitors too.
create policy public_board on street for select to zx_app using (true);
create policy public_board on committee for select to zx_app using (true);
create policy public_board on estate for select to zx_app using (true);
create policy public_board on block for select to zx_app using (true);
create policy public_board on building for select to zx_app using (true);
create policy public_board on staff for select to zx_app using (true);
create policy public_board on post for select to zx_app using (true);
create policy public_board on leave for select to zx_app using (true);
create policy public_board on duty for select to zx_app using (true);
create policy public_board on service_item for select to zx_app
  using (state = 'published' and (not signed_in_only or (select app.account_id()) is not null));
create policy public_board on demonstration for select to zx_app using (true);
grant select on street, committee, estate, block, building, staff, post, leave, duty, service_item, serving, demonstration to zx_app;

create policy own on account for select to zx_app using (id = (select app.account_id()));
grant select on account to zx_app;

create policy own on receipt for select to zx_app using (account_id = (select app.account_id()));
create policy own_answer on receipt for update to zx_app using (account_id = (select app.account_id())) with check (account_id = (select app.account_id()));
grant select, update (answer) on receipt to zx_app;
create policy expire on receipt for delete to zx_jobs using (true);
create policy expire_find on receipt for select to zx_jobs using (true);
grant delete, select (at) on receipt to zx_jobs;
create policy expire on session for delete to zx_jobs using (true);
create policy expire_find on session for select to zx_jobs using (true);
grant delete, select (expires_at, revoked_at) on session to zx_jobs;
create policy expire on rate for delete to zx_jobs using (true);
create policy expire_find on rate for select to zx_jobs using (true);
grant delete, select (minute) on rate to zx_jobs;
