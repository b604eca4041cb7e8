create table household (
  committee_id uuid not null,
  id uuid not null,
  block_id uuid not null,
  building_id uuid not null,
  room text not null,
  -- 12号楼 602室, as people say it
  label text not null,
  seq int not null,
  -- The household's own wish about contact.
  no_home_visits boolean not null default false,
  channels text[] not null default '{}' check (channels <@ array['app', 'wechat', 'phone', 'email', 'door']),
  hours text,
  never text[] not null default '{}' check (never <@ array['app', 'wechat', 'phone', 'email', 'door']),
  wish_at timestamptz,
  primary key (committee_id, id),
  unique (committee_id, building_id, room),
  unique (committee_id, id, block_id),
  foreign key (committee_id, block_id) references block,
  foreign key (committee_id, building_id) references building
);
create index household_block on household (committee_id, block_id, seq, id);

-- That a household is cared for, and since when. Nothing about the kind of need is kept here; no method reads it yet.
create table household_care (
  committee_id uuid not null,
  household_id uuid not null,
  since date not null,
  until date,
  primary key (committee_id, household_id, since),
  foreign key (committee_id, household_id) references household on delete cascade
);

create table resident (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  -- The household's block, kept here so that row security needs no second look-up for each person of a list.
  block_id uuid not null,
  name text not null check (length(name) between 1 and 20),
  relation text not null check (relation in ('owner', 'tenant', 'family', 'cotenant', 'carer')),
  -- Null for those who do not use the app.
  account_id uuid references account on delete set null,
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade
);
create index resident_household on resident (committee_id, household_id) include (block_id, account_id);
create unique index resident_account on resident (account_id, committee_id, household_id) where account_id is not null;

create table join_request (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  label text not null,
  account_id uuid not null references account on delete cascade,
  name text not null check (length(name) between 1 and 20),
  relation text not null check (relation in ('owner', 'tenant', 'family', 'cotenant', 'carer')),
  message text not null check (length(message) <= 200),
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'confirmed', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  reason text check (length(reason) <= 200),
  primary key (committee_id, id),
  foreign key (committee_id, household_id) references household on delete cascade,
  foreign key (committee_id, block_id) references block,
  foreign key (committee_id, decided_by) references staff (committee_id, account_id),
  check ((state = 'waiting') = (decided_at is null))
);
create unique index join_request_waiting on join_request (committee_id, household_id, account_id) where state = 'waiting';
create index join_request_block on join_request (committee_id, block_id, asked_at) where state = 'waiting';
create index join_request_account on join_request (account_id);

-- Answers one question for one who is not a member yet: is there such a door, and in which block. Names nobody.
create function app.find_household(wanted_committee uuid, wanted_building uuid, wanted_room text)
returns table (household_id uuid, block_id uuid, label text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.block_id, h.label from household h
  where h.committee_id = wanted_committee and h.building_id = wanted_building and h.room = wanted_room
$$;
