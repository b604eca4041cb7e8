-- The weekly work meeting (工作例会): when it is held, what it decided, and who does what by when.

-- Where a committee has set none, Thursday 14:00 holds (meeting/rules/when.ts).
create table meeting_time (
  committee_id uuid primary key references committee,
  -- 1 Monday … 7 Sunday; on a day the offices are closed it moves to the next working day.
  weekday smallint not null check (weekday between 1 and 7),
  -- Minutes since midnight in Shanghai.
  minute smallint not null check (minute between 0 and 1439)
);
select app.protect('meeting_time');

-- A meeting is a row from when it is opened; the next one is worked out from meeting_time and the calendar.
create table meeting (
  committee_id uuid not null references committee,
  id uuid not null,
  day date not null,
  state text not null check (state in ('open', 'closed')),
  chair_id uuid not null,
  present uuid[] not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- Demands it did not come to, which the next one begins with.
  carried uuid[] not null default '{}',
  primary key (committee_id, id),
  foreign key (committee_id, chair_id) references staff,
  check (chair_id = any (present)),
  check ((state = 'closed') = (closed_at is not null))
);
select app.protect('meeting');
create unique index meeting_one_open on meeting (committee_id) where state = 'open';
create index meeting_past on meeting (committee_id, day desc, id desc);

-- What was decided about one item, in the words the resident reads. Only its follow-up is ever written again, once.
create table resolution (
  committee_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- Null for an item that belongs to no demand.
  demand_id uuid,
  -- How often the resident had said “not solved”: a resolution declines once, not again after a reopening.
  round smallint,
  seq smallint not null check (seq >= 1),
  day date not null,
  why text not null check (why in ('taken', 'overdue', 'bounced', 'followUp', 'general')),
  title text not null check (length(title) between 1 and 40),
  facts text not null check (length(facts) <= 500),
  outcome text not null check (outcome in ('answer', 'assign', 'transfer', 'decline', 'fund', 'note')),
  words text not null check (length(words) between 1 and 1000),
  -- Who sees to it, by when: a follow-up.
  owner_id uuid,
  due_on date,
  at timestamptz not null,
  by_id uuid not null,
  -- done: it was seen to · moved: it was not, and another resolution goes on from it.
  settled text check (settled in ('done', 'moved')),
  settled_at timestamptz,
  settled_words text check (length(settled_words) <= 500),
  settled_by uuid,
  follow_of uuid,
  primary key (committee_id, id),
  unique (committee_id, id, demand_id, outcome, round),
  unique (committee_id, meeting_id, seq),
  unique (committee_id, follow_of),
  foreign key (committee_id, meeting_id) references meeting,
  foreign key (committee_id, demand_id) references demand,
  foreign key (committee_id, owner_id) references staff (committee_id, account_id),
  foreign key (committee_id, by_id) references staff (committee_id, account_id),
  foreign key (committee_id, settled_by) references staff (committee_id, account_id),
  foreign key (committee_id, follow_of) references resolution,
  constraint resolution_of_demand check ((demand_id is null) = (round is null) and (demand_id is not null or outcome in ('assign', 'fund', 'note'))),
  constraint resolution_owner_has_day check ((owner_id is null) = (due_on is null) and (outcome <> 'assign' or owner_id is not null)),
  constraint resolution_settled_whole check ((settled is null) = (settled_at is null) and (settled is null) = (settled_by is null) and (settled is null or owner_id is not null))
);
select app.protect('resolution');
-- A meeting decides once about a demand; of two who do so at the same moment one wins.
create unique index resolution_once on resolution (committee_id, meeting_id, demand_id) where demand_id is not null and follow_of is null;
create index resolution_demand on resolution (committee_id, demand_id, at) where demand_id is not null;
create index resolution_follow on resolution (committee_id, due_on) where owner_id is not null and settled is null;

-- Ideas for the self-governance fund (添睦自治金), kept until there is a project.
create table fund_idea (
  committee_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  demand_id uuid,
  title text not null check (length(title) between 1 and 40),
  words text not null check (length(words) between 1 and 1000),
  at timestamptz not null,
  primary key (committee_id, id),
  unique (committee_id, resolution_id),
  foreign key (committee_id, resolution_id) references resolution,
  foreign key (committee_id, demand_id) references demand
);
select app.protect('fund_idea');

-- A demand is declined by a resolution that declines it, this time and not an earlier one; there is no other way, whoever asks.
alter table demand
  add column resolution_id uuid,
  add column declined_by text generated always as (case when status = 'declined' then 'decline' end) stored,
  add constraint demand_declined_by_resolution check (status <> 'declined' or resolution_id is not null),
  add constraint demand_resolution foreign key (committee_id, resolution_id, id, declined_by, reopened) references resolution (committee_id, id, demand_id, outcome, round);

alter table demand_entry
  add column resolution_id uuid,
  add foreign key (committee_id, resolution_id) references resolution,
  add constraint demand_entry_by_resolution check (step not in ('assign', 'decline') or resolution_id is not null);

create index demand_entry_bounce on demand_entry (committee_id, at) where step = 'bounce';

-- A follow-up that belongs to no demand is told with its meeting.
alter table notice drop constraint notice_subject_check, add constraint notice_subject_check check (subject in ('demand', 'joinRequest', 'meeting'));
