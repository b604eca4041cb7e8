create table street (
  id uuid primary key,
  name text not null,
  code text not null
);

create table committee (
  id uuid primary key,
  street_id uuid not null references street,
  seq int not null unique,
  slug text not null unique,
  name text not null,
  open boolean not null,
  invented boolean not null,
  address text,
  phone text,
  hours text,
  groups int,
  facts_of text
);

create table estate (
  committee_id uuid not null references committee,
  id uuid not null,
  name text not null,
  primary key (committee_id, id)
);

create table block (
  committee_id uuid not null references committee,
  id uuid not null,
  seq int not null,
  name text not null,
  primary key (committee_id, id),
  unique (committee_id, seq)
);

create table building (
  committee_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  block_id uuid not null,
  seq int not null,
  name text not null,
  primary key (committee_id, id),
  foreign key (committee_id, estate_id) references estate,
  foreign key (committee_id, block_id) references block
);

-- Those who serve. The row stays when they leave, so that what they did keeps its name.
create table staff (
  committee_id uuid not null references committee,
  account_id uuid not null references account,
  name text not null,
  joined_on date not null,
  left_on date,
  primary key (committee_id, account_id)
);
create index staff_account on staff (account_id);

create table post (
  committee_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('leader', 'deputy', 'director', 'secretary', 'officer', 'worker')),
  block_id uuid,
  since timestamptz not null,
  until timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, account_id) references staff,
  foreign key (committee_id, block_id) references block,
  check ((kind in ('leader', 'deputy')) = (block_id is not null)),
  check (until > since)
);
create index post_account on post (account_id);
-- A block has exactly one leader at a time.
create unique index post_one_leader on post (committee_id, block_id) where kind = 'leader' and until is null;
create unique index post_one_director on post (committee_id) where kind = 'director' and until is null;

create table leave (
  committee_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  stand_in_id uuid,
  primary key (committee_id, id),
  foreign key (committee_id, account_id) references staff,
  foreign key (committee_id, stand_in_id) references staff,
  check (until > since),
  check (stand_in_id <> account_id)
);
create index leave_until on leave (committee_id, until);

-- 今日接待: who receives residents on a day, and until when.
create table duty (
  committee_id uuid not null,
  day date not null,
  account_id uuid not null,
  until timestamptz not null,
  primary key (committee_id, day),
  foreign key (committee_id, account_id) references staff
);

-- A person with the one post shown beside the name: what they hold now, else what they held last.
create view serving with (security_invoker = true) as
select s.committee_id, s.account_id, s.name, coalesce(p.kind, 'worker') as post, b.name as block_name
from staff s
left join lateral (
  select kind, block_id from post
  where post.committee_id = s.committee_id and post.account_id = s.account_id
  order by post.until is not null, array_position(array['director', 'secretary', 'leader', 'officer', 'deputy', 'worker'], post.kind), post.since desc
  limit 1
) p on true
left join block b on b.committee_id = s.committee_id and b.id = p.block_id;
create index post_of_staff on post (committee_id, account_id);
