create sequence demand_number;

-- ZX-2026-000123. One row of numbers for the street, so that a number said on the phone means one matter; gaps may occur.
create function app.next_demand_number(year int) returns text
language sql volatile security definer set search_path = public, pg_temp as $$
  select format('ZX-%s-%s', year, case when n > 999999 then n::text else lpad(n::text, 6, '0') end) from nextval('demand_number') n
$$;

create table demand (
  committee_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('request', 'suggestion', 'complaint', 'consultation', 'hazard')),
  about text not null check (about in ('community', 'app')),
  title text not null check (length(title) <= 30),
  text text not null check (length(text) between 2 and 1000),
  place text not null check (length(place) <= 60),
  urgency text not null check (urgency in ('ordinary', 'soon', 'danger')),
  -- Danger stands before all else in every list.
  rank smallint not null generated always as (case urgency when 'danger' then 0 else 1 end) stored,
  visibility text not null check (visibility in ('committee', 'neighbours')),
  channel text not null check (channel in ('app', 'onlineVisit', 'homeVisit', 'phone', 'counter')),
  status text not null check (status in ('submitted', 'accepted', 'answered', 'reopened', 'closed', 'withdrawn')),
  resting boolean not null generated always as (status in ('closed', 'withdrawn')) stored,
  -- The resident has to say something: the clock of the owner stands still.
  with_resident boolean not null generated always as (status = 'answered') stored,
  filed_by uuid not null references account,
  filer_name text not null,
  household_id uuid,
  block_id uuid,
  -- Never null: nothing a resident says is ownerless.
  owner_id uuid not null,
  first_receiver_id uuid not null,
  offered_to uuid,
  -- All who were told at once because of danger.
  told uuid[] not null default '{}',
  route jsonb not null,
  filed_at timestamptz not null,
  contact_due_at timestamptz not null,
  contacted_at timestamptz,
  due_at timestamptz not null,
  provisional boolean not null,
  answered_at timestamptz,
  closed_at timestamptz,
  reopened smallint not null default 0,
  last_at timestamptz not null,
  last_by uuid,
  last_line text,
  primary key (committee_id, id),
  unique (committee_id, number),
  foreign key (committee_id, household_id) references household,
  foreign key (committee_id, block_id) references block,
  foreign key (committee_id, owner_id) references staff (committee_id, account_id),
  foreign key (committee_id, first_receiver_id) references staff (committee_id, account_id),
  foreign key (committee_id, offered_to) references staff (committee_id, account_id),
  check (offered_to <> owner_id),
  check (resting = (closed_at is not null)),
  check (filed_by <> owner_id)
);
create index demand_filer on demand (filed_by, filed_at desc, id desc);
create index demand_owner_open on demand (owner_id, rank, due_at, id) where not resting and not with_resident;
create index demand_owner_waiting on demand (owner_id, due_at, id) where with_resident;
create index demand_owner_rest on demand (owner_id, last_at desc, id desc) where resting;
create index demand_offered on demand (offered_to, rank, due_at, id) where offered_to is not null;
create index demand_committee_open on demand (committee_id, with_resident, rank, due_at, id) include (status, block_id, kind) where not resting;
create index demand_committee_all on demand (committee_id, filed_at desc, id desc);
create index demand_committee_rest on demand (committee_id, last_at desc, id desc) where resting;
create index demand_household on demand (committee_id, household_id) where not resting;

-- The thread and the history in one: what was done, by whom, what was said, where it led. Rows are only ever added.
create table demand_entry (
  committee_id uuid not null,
  id uuid not null,
  demand_id uuid not null,
  at timestamptz not null,
  -- Null for the system.
  by_id uuid references account,
  step text not null check (step in ('file', 'add', 'accept', 'reply', 'answer', 'note', 'handOver', 'takeOver', 'confirm', 'notSolved', 'withdraw')),
  from_status text,
  status text not null,
  text text check (length(text) <= 1000),
  internal boolean not null generated always as (step = 'note') stored,
  to_id uuid,
  primary key (committee_id, id),
  foreign key (committee_id, demand_id) references demand,
  foreign key (committee_id, to_id) references staff (committee_id, account_id),
  check ((step in ('add', 'reply', 'answer', 'note', 'notSolved')) <= (text is not null))
);
create index demand_entry_thread on demand_entry (committee_id, demand_id, at, id);

create table demand_seen (
  committee_id uuid not null,
  demand_id uuid not null,
  account_id uuid not null references account on delete cascade,
  seen_at timestamptz not null,
  primary key (committee_id, demand_id, account_id),
  foreign key (committee_id, demand_id) references demand on delete cascade
);
