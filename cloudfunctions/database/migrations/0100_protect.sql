-- Every table made after 0080 is closed by this, in the migration that makes it: row security on and forced, and the owner's own policy.
-- Runs as zx_owner while migrating; no request may call it.
create function app.protect(wanted regclass) returns void
language plpgsql volatile set search_path = public, pg_temp as $$
begin
  execute format('alter table %s enable row level security', wanted);
  execute format('alter table %s force row level security', wanted);
  execute format('create policy owner_keeps on %s for all to zx_owner using (true) with check (true)', wanted);
end
$$;
revoke all on function app.protect(regclass) from public;
