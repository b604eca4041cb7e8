-- The house map and the lists of households read one committee or one building at a time, by door.
create index household_committee on household (committee_id, seq, id);
create index household_building on household (committee_id, building_id, seq, id);
create index household_declining on household (committee_id, seq, id) where no_home_visits;
create index household_vacant on household (committee_id, seq, id) where tenure = 'vacant';
-- When somebody of a household was last answered: derived from what was done, never written down for its own sake.
create index demand_of_household on demand (committee_id, household_id) include (contacted_at, answered_at) where household_id is not null;

-- Who took which list out of the app as a file, how many rows, and what for. Rows are only ever added, and the file is given after its row stands.
create table export_log (
  committee_id uuid not null references committee,
  id uuid not null,
  by_id uuid not null references account,
  at timestamptz not null,
  what text not null check (what in ('demands', 'A', 'B', 'C', 'careDue', 'noChannel', 'vacant')),
  -- What it was narrowed to. No foreign key: the row outlives a block that is merged away.
  block_id uuid,
  building_id uuid,
  rows int not null check (rows >= 0),
  why text not null check (length(why) between 2 and 200),
  primary key (committee_id, id)
);
select app.protect('export_log');
create index export_log_newest on export_log (committee_id, at desc, id desc);

-- More than fifty households leave the app only by the word of director or secretary (DOMAIN 5.7). A demand's row holds no name and no door.
create policy own_word on export_log for insert to zx_app with check (
  by_id = (select app.account_id()) and committee_id = any ((select app.committees())::uuid[])
  and (what = 'demands' or rows <= 50 or committee_id = any ((select app.directed())::uuid[])));
create policy directed_and_own on export_log for select to zx_app using (
  by_id = (select app.account_id()) or committee_id = any ((select app.directed())::uuid[]));
grant select, insert on export_log to zx_app;

create function app.expire_exports(at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from export_log where at < expire_exports.at - interval '3 years';
$$;
revoke all on function app.expire_exports(timestamptz) from public;
grant execute on function app.expire_exports(timestamptz) to zx_jobs;
