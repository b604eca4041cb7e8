-- One archive a household (一户一档): what is kept, every change of it, who opened what lies sealed. Sealed columns are granted to nobody: they come out
-- by `app.open_household` alone, which writes down who asked and why, or as one's own (decision 025).
alter table household
  add column tenure text not null default 'unknown' check (tenure in ('owner', 'tenant', 'shared', 'family', 'vacant', 'unknown')),
  add column language text check (length(language) between 1 and 20),
  -- Grows with each change of the archive.
  add column version int not null default 1 check (version > 0),
  add column moved_out_at timestamptz,
  add column anonymised_at timestamptz;

alter table resident
  add column birth_year int check (birth_year between 1900 and 2100),
  add column phone_sealed text check (phone_sealed ~ '^[a-z0-9]+(-sm4)?[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+$'),
  add column phone_index text check (length(phone_index) < 100),
  add column email_sealed text check (email_sealed ~ '^[a-z0-9]+(-sm4)?[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+$'),
  -- Whether there is a number at all may be known without opening it.
  add column has_phone boolean not null generated always as (phone_sealed is not null) stored,
  add column has_email boolean not null generated always as (email_sealed is not null) stored,
  add column roles text[] not null default '{}' check (roles <@ array['head', 'emergency', 'carer', 'volunteer']),
  -- The version of the archive that changed this person last.
  add column version int not null default 1 check (version > 0),
  -- 0250 says what follows from it.
  add column if not exists left_at timestamptz,
  add constraint resident_phone_found check ((phone_sealed is null) = (phone_index is null));
create index resident_phone on resident (committee_id, phone_index) where phone_index is not null;

-- Which rows are this person's own.
create function app.own_residents() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from resident where account_id = app.account_id() and household_id = any (app.households())
$$;
revoke all on function app.own_residents() from public;
grant execute on function app.own_residents() to zx_app;

-- Every change of every field: rows are added, and decided once. What is sealed where it belongs is sealed here as well.
create table archive_change (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  -- Null for what concerns the household as a whole.
  resident_id uuid,
  field text not null check (field in ('tenure', 'wish', 'member', 'name', 'relation', 'birthYear', 'roles', 'left', 'phone', 'email', 'note')),
  old jsonb,
  new jsonb,
  old_sealed text,
  new_sealed text,
  -- The version of the archive it made; null while it is not applied.
  version int,
  source text not null check (source in ('resident', 'visit', 'import', 'staff')),
  visit_id uuid,
  import_id uuid,
  by_id uuid not null references account,
  at timestamptz not null,
  state text not null check (state in ('applied', 'proposed', 'refused')),
  -- The change it ran into: somebody else had changed the same field meanwhile, so a person picks.
  against uuid,
  decided_by uuid references account,
  decided_at timestamptz,
  why text check (length(why) <= 200),
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade,
  constraint archive_change_sealed check (case when field in ('phone', 'email', 'note') then old is null and new is null else old_sealed is null and new_sealed is null end),
  constraint archive_change_decided check ((state = 'proposed') = (decided_at is null)),
  constraint archive_change_applied check ((state = 'applied') = (version is not null)),
  constraint archive_change_refused check (state <> 'refused' or length(why) >= 2),
  constraint archive_change_of_whom check ((resident_id is null) <= (field in ('tenure', 'wish', 'member')))
);
select app.protect('archive_change');
create index archive_change_history on archive_change (committee_id, household_id, at desc, id desc);
create index archive_change_waiting on archive_change (committee_id, household_id) where state = 'proposed';

-- Kinds of care (照护类别): set by people, with a basis, to be reviewed; the kind lies sealed, and only that a live row exists makes class C.
alter table household_care
  add column id uuid,
  add column block_id uuid,
  add column resident_id uuid,
  add column kind_sealed text,
  add column basis_sealed text,
  add column review_on date,
  add column set_by uuid references account,
  add column set_at timestamptz,
  add column ended_at timestamptz,
  add column ended_by uuid references account,
  add column ended_why_sealed text,
  add column contested_at timestamptz,
  add column contest_sealed text;
update household_care c set id = gen_random_uuid(), block_id = h.block_id, set_at = c.since::timestamptz, ended_at = c.until::timestamptz
  from household h where h.committee_id = c.committee_id and h.id = c.household_id;
alter table household_care
  alter column id set not null,
  alter column block_id set not null,
  alter column set_at set not null,
  drop column until,
  drop constraint household_care_pkey,
  drop constraint household_care_committee_id_household_id_fkey,
  add primary key (committee_id, id),
  add foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade,
  add foreign key (committee_id, resident_id) references resident (committee_id, id) on delete cascade,
  -- What was there before had no kind.
  add constraint household_care_kind check ((resident_id is null) = (kind_sealed is null) and (kind_sealed is null) = (basis_sealed is null) and (kind_sealed is null) = (review_on is null)),
  add constraint household_care_ended check ((ended_by is null) <= (ended_why_sealed is null) and (ended_by is null or ended_at is not null)),
  add constraint household_care_contest check ((contested_at is null) or contest_sealed is not null);
create index household_care_live on household_care (committee_id, household_id) include (block_id, resident_id) where ended_at is null;

-- Each decision that made a household A, B or C.
create table class_decision (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  block_id uuid not null,
  at timestamptz not null,
  class text not null check (class in ('A', 'B', 'C')),
  -- Both axes: a household may decline visits and need care.
  no_home_visits boolean not null,
  cared boolean not null,
  why text not null check (why in ('wish', 'care', 'careEnded', 'movedOut', 'merged', 'import')),
  source text not null check (source in ('resident', 'visit', 'import', 'staff')),
  by_id uuid not null references account,
  primary key (committee_id, id),
  foreign key (committee_id, household_id, block_id) references household (committee_id, id, block_id) on update cascade on delete cascade
);
select app.protect('class_decision');
create index class_decision_of on class_decision (committee_id, household_id, at desc, id desc);

-- Who opened what, when, and why: the household reads it.
create table opening (
  committee_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  -- Null when it concerned the whole household.
  resident_id uuid,
  by_id uuid not null references account,
  at timestamptz not null,
  what text[] not null check (cardinality(what) between 1 and 3 and what <@ array['contact', 'care', 'notes']),
  why text not null check (length(why) between 2 and 200),
  primary key (committee_id, id),
  foreign key (committee_id, household_id) references household on delete cascade
);
select app.protect('opening');
create index opening_of on opening (committee_id, household_id, at desc, id desc);
