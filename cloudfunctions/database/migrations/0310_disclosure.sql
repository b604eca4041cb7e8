-- Public affairs (居务公开): what a committee makes public by itself (上海市居民委员会工作条例 art. 17), in six classes. Written by those who serve the committee
-- whole, let out, corrected and taken in by director and secretary alone. What was read once stays readable: a correction keeps the former text.
create table disclosure (
  committee_id uuid not null references committee,
  id uuid not null,
  class text not null check (class in ('decisions', 'hearings', 'outcomes', 'fund', 'relief', 'other')),
  title text not null check (length(title) between 2 and 40),
  -- Empty once taken in: what it said is then among the former texts, which those who serve alone still read.
  text text not null check (length(text) <= 4000),
  -- Of which day it speaks.
  happened_on date not null,
  -- Whom to ask: a post of the committee and its line, never a person's own number.
  contact_post text not null check (length(contact_post) between 2 and 30),
  contact_phone text not null check (contact_phone ~ '^[0-9][0-9 -]{4,19}$'),
  -- Since when a copy hangs on the board in the yard.
  board_on date,
  -- Counts the writings: who saves on top of another is told.
  revision int not null default 1 check (revision > 0),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  -- Why it was taken in.
  reason text check (length(reason) between 2 and 200),
  published_at timestamptz,
  -- Null for what a committee began with.
  made_by uuid references account,
  changed_by uuid references account,
  changed_at timestamptz not null,
  primary key (committee_id, id),
  constraint withdrawn_says_why check ((state = 'withdrawn') = (reason is not null)),
  constraint withdrawn_is_empty check ((state = 'withdrawn') = (text = '')),
  constraint published_has_its_time check ((state = 'draft') = (published_at is null))
);
select app.protect('disclosure');
create index disclosure_list on disclosure (committee_id, happened_on desc, id desc) where state <> 'draft';
create index disclosure_class on disclosure (committee_id, class, happened_on desc, id desc) where state <> 'draft';
create index disclosure_edited on disclosure (committee_id, changed_at desc, id desc);

-- Every former text of what was public, with who replaced it, when and why.
create table disclosure_revision (
  committee_id uuid not null,
  disclosure_id uuid not null,
  revision int not null,
  title text not null,
  text text not null,
  happened_on date not null,
  by_id uuid references account,
  at timestamptz not null,
  why text not null check (length(why) between 2 and 200),
  primary key (committee_id, disclosure_id, revision),
  foreign key (committee_id, disclosure_id) references disclosure (committee_id, id)
);
select app.protect('disclosure_revision');

-- What residents say to it. Waits until somebody who serves has read it; neighbours read the words and not whose they are.
create table disclosure_comment (
  committee_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  account_id uuid not null references account on delete cascade,
  text text not null check (length(text) between 2 and 500),
  at timestamptz not null,
  state text not null default 'held' check (state in ('held', 'released', 'rejected')),
  -- As the author reads it.
  reason text check (length(reason) between 2 and 200),
  decided_by uuid references account,
  decided_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, disclosure_id) references disclosure (committee_id, id),
  constraint rejected_says_why check ((state = 'rejected') = (reason is not null)),
  constraint decided_by_somebody check ((state = 'held') = (decided_at is null))
);
select app.protect('disclosure_comment');
create index disclosure_comment_held on disclosure_comment (committee_id, at, id) where state = 'held';
create index disclosure_comment_of on disclosure_comment (committee_id, disclosure_id, at, id);
create index disclosure_comment_own on disclosure_comment (account_id, at);

create policy public_board on disclosure for select to zx_app using (state in ('published', 'withdrawn'));
create policy whole_reads on disclosure for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
create policy whole_new on disclosure for insert to zx_app with check (
  committee_id = any ((select app.committees())::uuid[]) and state = 'draft' and made_by = (select app.account_id()) and changed_by = (select app.account_id()));
create policy whole_change on disclosure for update to zx_app
  using (committee_id = any ((select app.committees())::uuid[]) and state = 'draft')
  with check (committee_id = any ((select app.committees())::uuid[]) and state = 'draft' and changed_by = (select app.account_id()));
create policy directed_change on disclosure for update to zx_app
  using (committee_id = any ((select app.directed())::uuid[]))
  with check (committee_id = any ((select app.directed())::uuid[]) and changed_by = (select app.account_id()));

create policy public_board on disclosure_revision for select to zx_app using (
  exists (select from disclosure d where d.committee_id = disclosure_revision.committee_id and d.id = disclosure_revision.disclosure_id and d.state = 'published'));
create policy whole_reads on disclosure_revision for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
create policy directed_new on disclosure_revision for insert to zx_app
  with check (committee_id = any ((select app.directed())::uuid[]) and by_id = (select app.account_id()));

create policy own_and_whole on disclosure_comment for select to zx_app
  using (account_id = (select app.account_id()) or committee_id = any ((select app.committees())::uuid[]));
create policy resident_new on disclosure_comment for insert to zx_app with check (
  account_id = (select app.account_id()) and state = 'held'
  and exists (select from disclosure d where d.committee_id = disclosure_comment.committee_id and d.id = disclosure_comment.disclosure_id and d.state = 'published')
  and exists (select from resident r where r.committee_id = disclosure_comment.committee_id and r.account_id = (select app.account_id()) and r.left_at is null));
create policy whole_decides on disclosure_comment for update to zx_app
  using (committee_id = any ((select app.committees())::uuid[]) and state = 'held')
  with check (committee_id = any ((select app.committees())::uuid[]) and state <> 'held' and decided_by = (select app.account_id()));

-- What was let out, without whose it is: the rows themselves name their author, so neighbours do not read them.
create function app.released_comments(committee uuid, disclosure uuid) returns table (id uuid, text text, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.text, c.at from disclosure_comment c join disclosure d on d.committee_id = c.committee_id and d.id = c.disclosure_id
  where c.committee_id = committee and c.disclosure_id = disclosure and c.state = 'released' and d.state = 'published' order by c.at, c.id limit 200
$$;
revoke all on function app.released_comments(uuid, uuid) from public;
grant execute on function app.released_comments(uuid, uuid) to zx_app;

grant select, insert (committee_id, id, class, title, text, happened_on, contact_post, contact_phone, made_by, changed_by, changed_at),
  update (class, title, text, happened_on, contact_post, contact_phone, board_on, revision, state, reason, published_at, changed_by, changed_at) on disclosure to zx_app;
grant select, insert on disclosure_revision to zx_app;
grant select, insert (committee_id, id, disclosure_id, account_id, text, at), update (state, reason, decided_by, decided_at) on disclosure_comment to zx_app;
