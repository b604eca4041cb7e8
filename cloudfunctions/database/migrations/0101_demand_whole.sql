-- The rest of a demand's life: asked back, at a meeting, with an outside party, declined by a resolution, joined with others; entered
-- for one without an account; a deadline that can be worked out again from its parts; and when the timer has to look at it.

-- What is worked out from the status is made anew, with the indexes and policies that stand on it.
drop policy with_demand on demand_entry;
drop policy own_step on demand_entry;
drop policy own_new on demand;
drop policy members_and_servers on household;
drop index demand_owner_open, demand_owner_waiting, demand_owner_rest, demand_committee_open, demand_committee_rest, demand_household;
alter table demand drop column resting, drop column with_resident;
alter table demand drop constraint demand_status_check, drop constraint demand_check2;
alter table demand alter column filed_by drop not null;

alter table demand
  add constraint demand_status_check check (status in
    ('submitted', 'accepted', 'asked', 'atMeeting', 'transferred', 'answered', 'reopened', 'closed', 'withdrawn', 'declined', 'merged')),
  add column resting boolean not null generated always as (status in ('closed', 'withdrawn', 'declined')) stored,
  -- The resident has to say something.
  add column with_resident boolean not null generated always as (status in ('answered', 'asked')) stored,
  -- Somebody who serves has to do something; what is joined to another demand is worked on there.
  add column working boolean not null generated always as (status in ('submitted', 'accepted', 'atMeeting', 'transferred', 'reopened')) stored,
  -- Who entered it for one without an account; then filed_by is null, or the account of the household member it was entered for.
  add column entered_by uuid,
  add column filer_phone text check (filer_phone ~ '^[0-9+ -]{5,20}$'),
  -- The running deadline: from when, how many working days (null: 240 office minutes, danger), and the times the clock stood still.
  add column due_from timestamptz,
  add column due_days smallint check (due_days between 1 and 15),
  add column pauses jsonb not null default '[]',
  -- The question that stops the clock was asked then; null unless asked.
  add column asked_at timestamptz,
  -- For danger: by when the resident is told what happens.
  add column word_due_at timestamptz,
  add column offered_at timestamptz,
  -- When the timer next has to look, and what it has done about the running deadline.
  add column watch_at timestamptz,
  add column alarms text[] not null default '{}',
  -- Who asked for the longer deadline of complex matters and has no answer yet.
  add column more_time_by uuid,
  -- The outside party that has it: kind, name, and the number it is known by there (a 12345 case).
  add column outside_kind text check (outside_kind in ('property', 'owners', 'hotline', 'other')),
  add column outside_name text check (length(outside_name) between 1 and 40),
  add column outside_number text check (length(outside_number) <= 40),
  -- The weekly meeting that will speak of it.
  add column meeting_on date,
  -- The demand it is worked on with, how many were joined to this one, and how many of them neighbours may know of.
  add column lead_id uuid,
  add column followers smallint not null default 0 check (followers >= 0),
  add column followers_shown smallint not null default 0 check (followers_shown between 0 and followers),
  -- Whose it is while a stand-in has it.
  add column lent_from uuid,
  add column closed_how text check (closed_how in ('confirmed', 'proxy', 'silent'));

update demand set due_from = filed_at, due_days = case when urgency = 'danger' then null else case kind when 'consultation' then 1 when 'suggestion' then 1 else 5 end end,
  offered_at = case when offered_to is not null then last_at end, closed_how = case when status = 'closed' then 'confirmed' end,
  watch_at = case when status not in ('closed', 'withdrawn') then last_at end;
alter table demand
  alter column due_from set not null,
  add constraint demand_owner_is_not_filer check (filed_by is distinct from owner_id),
  add constraint demand_has_author check (filed_by is not null or entered_by is not null),
  add constraint demand_rest_has_end check (resting = (closed_at is not null)),
  add constraint demand_asked_since check ((status = 'asked') = (asked_at is not null)),
  add constraint demand_merged_has_lead check ((status = 'merged') <= (lead_id is not null)),
  add constraint demand_lead_is_another check (lead_id <> id),
  add constraint demand_closed_how check ((status = 'closed') = (closed_how is not null)),
  add constraint demand_outside_is_named check ((status = 'transferred') <= (outside_kind is not null and outside_name is not null)),
  add foreign key (committee_id, entered_by) references staff (committee_id, account_id),
  add foreign key (committee_id, more_time_by) references staff (committee_id, account_id),
  add foreign key (committee_id, lent_from) references staff (committee_id, account_id),
  add foreign key (committee_id, lead_id) references demand;
alter table demand drop constraint demand_check1;

create index demand_owner_open on demand (owner_id, rank, due_at, id) where working;
create index demand_owner_waiting on demand (owner_id, due_at, id) where with_resident;
create index demand_owner_rest on demand (owner_id, last_at desc, id desc) where resting;
create index demand_committee_open on demand (committee_id, with_resident, rank, due_at, id) include (status, block_id, kind, asked_at, contacted_at) where not resting;
create index demand_committee_rest on demand (committee_id, last_at desc, id desc) where resting;
create index demand_household on demand (committee_id, household_id) where not resting;
create index demand_watch on demand (watch_at) where watch_at is not null;
create index demand_lead on demand (committee_id, lead_id) where lead_id is not null;
create index demand_lent on demand (committee_id, lent_from) where lent_from is not null;
create index demand_meeting on demand (committee_id, meeting_on) where status = 'atMeeting';

alter table demand_entry drop column internal;
alter table demand_entry drop constraint demand_entry_step_check, drop constraint demand_entry_check;
alter table demand_entry
  add constraint demand_entry_step_check check (step in
    ('file', 'add', 'accept', 'reply', 'ask', 'resume', 'answer', 'note', 'handOver', 'bounce', 'takeOver', 'transfer', 'takeToMeeting', 'assign', 'decline',
     'join', 'separate', 'askMoreTime', 'grantMoreTime', 'refuseMoreTime', 'confirm', 'notSolved', 'rate', 'withdraw', 'snooze', 'move',
     'standIn', 'escalate', 'closeSilent', 'due')),
  add constraint demand_entry_words check ((step in ('add', 'reply', 'ask', 'answer', 'note', 'bounce', 'notSolved', 'askMoreTime', 'grantMoreTime', 'decline', 'move')) <= (text is not null)),
  -- For those who serve alone.
  add column internal boolean not null generated always as (step in ('note', 'snooze', 'askMoreTime', 'refuseMoreTime')) stored,
  -- An outside party, or the number of the demand it was joined to.
  add column to_name text check (length(to_name) <= 80),
  -- A step that moves the deadline keeps both days.
  add column old_due timestamptz,
  add column new_due timestamptz;

-- The ladder a late demand climbs: who is told, how many office minutes after the deadline. Where a committee has none, the defaults of
-- demand/rules/watch.ts hold.
create table ladder_rung (
  committee_id uuid not null references committee,
  seq smallint not null check (seq between 1 and 6),
  who text not null check (who in ('director', 'section', 'head')),
  after_minutes int not null check (after_minutes between 0 and 14400),
  primary key (committee_id, seq)
);
select app.protect('ladder_rung');
