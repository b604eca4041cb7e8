-- Leave, duty, posts and blocks are written by people from now on, and not by the seed alone.

alter table leave
  add column made_by uuid,
  add column made_at timestamptz,
  -- When the open demands went to others, and when what was left came back; null until then.
  add column begun_at timestamptz,
  add column ended_at timestamptz,
  add column moved_out int not null default 0 check (moved_out >= 0),
  add column moved_back int not null default 0 check (moved_back >= 0),
  add constraint leave_ends_after_begin check (ended_at is null or begun_at is not null),
  add foreign key (committee_id, made_by) references staff (committee_id, account_id);
-- Leave told before moved nothing; it is over, or nothing is left to do at its beginning.
update leave set begun_at = since, ended_at = case when until <= now() then until end where since <= now();
create index leave_to_begin on leave (since) where begun_at is null;
create index leave_to_end on leave (until) where begun_at is not null and ended_at is null;
create index leave_person on leave (committee_id, account_id, until);

-- Leave cut short the moment it began lasted no time, nor does a post that ends so.
alter table post drop constraint post_check1, add constraint post_until_check check (until >= since);
alter table leave drop constraint leave_check, add constraint leave_until_check check (until >= since);
alter table block add column closed_at timestamptz;
create index building_block on building (committee_id, block_id);
create index demand_block_open on demand (committee_id, block_id) where not resting;

-- One's own leave, or anybody's by those who serve whole. What moved is written by app.leave_moves alone.
create policy own_or_served_new on leave for insert to zx_app with check (
  made_by = (select app.account_id()) and begun_at is null and ended_at is null and moved_out = 0 and moved_back = 0
  and (account_id = (select app.account_id()) or committee_id = any ((select app.committees())::uuid[])));
create policy own_or_served_change on leave for update to zx_app
  using (account_id = (select app.account_id()) or committee_id = any ((select app.committees())::uuid[]))
  with check (account_id = (select app.account_id()) or committee_id = any ((select app.committees())::uuid[]));
create policy own_or_served_end on leave for delete to zx_app
  using (begun_at is null and (account_id = (select app.account_id()) or committee_id = any ((select app.committees())::uuid[])));
grant insert (committee_id, id, account_id, since, until, stand_in_id, made_by, made_at), update (until), delete on leave to zx_app;

create policy served_new on duty for insert to zx_app with check (committee_id = any ((select app.committees())::uuid[]));
create policy served_change on duty for update to zx_app
  using (committee_id = any ((select app.committees())::uuid[])) with check (committee_id = any ((select app.committees())::uuid[]));
create policy served_end on duty for delete to zx_app using (committee_id = any ((select app.committees())::uuid[]));
grant insert, update (account_id, until), delete on duty to zx_app;

-- Director and secretary give and end the posts of blocks and of the paired street. Their own posts are not given here.
create policy directed_new on post for insert to zx_app
  with check (committee_id = any ((select app.directed())::uuid[]) and kind in ('leader', 'deputy', 'section', 'head') and until is null);
create policy directed_change on post for update to zx_app
  using (committee_id = any ((select app.directed())::uuid[]) and kind in ('leader', 'deputy', 'section', 'head') and until is null)
  with check (committee_id = any ((select app.directed())::uuid[]) and kind in ('leader', 'deputy', 'section', 'head'));
grant insert (committee_id, id, account_id, kind, block_id, since, section_name), update (until) on post to zx_app;
-- The street's people are entered in a committee when they are first paired with it.
create policy directed_new on staff for insert to zx_app with check (
  committee_id = any ((select app.directed())::uuid[])
  and exists (select from post p where p.account_id = staff.account_id and p.kind in ('section', 'head')));
grant insert (committee_id, account_id, name, joined_on) on staff to zx_app;
