-- Cluster-wide roles, made once before the first migration. None may sign in by itself, none is a superuser, none passes row security.
-- zx_owner owns every table and changes the schema. zx_app is every request of a person. zx_jobs is the timer.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['zx_owner', 'zx_app', 'zx_jobs'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin nosuperuser nobypassrls noinherit', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another process made it at the same moment
      end;
    end if;
    -- Who migrates must be able to become each role for one transaction. From 16 on whoever makes a role is its member, but may not
    -- become it until granted `with set`.
    if current_setting('server_version_num')::int >= 160000 then
      if not pg_has_role(current_user, wanted, 'set') then
        execute format('grant %I to current_user with inherit false, set true', wanted);
      end if;
    elsif not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end
$$;
