-- Who is asking, as `app.enter` (0070) set it for this transaction. Policies read these through (select …), so that each is
-- worked out once a statement and not once a row.
create schema app;
grant usage on schema app to zx_app, zx_jobs;
grant usage on schema public to zx_app, zx_jobs;

-- After a transaction a local setting reads as '', not as null.
create function app.account_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;
create function app.households() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('app.households', true), ''), '{}')::uuid[];
-- Blocks this person leads or deputises now.
create function app.blocks() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('app.blocks', true), ''), '{}')::uuid[];
-- Committees this person serves whole: director, secretary, officer.
create function app.committees() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('app.committees', true), ''), '{}')::uuid[];
