-- The morning's counts for those who serve: one notice a day and person, and one turn a day and committee, whoever runs the timer. Numbered
-- after the meeting's subjects, which it adds to.
alter table notice drop constraint notice_subject_check, add constraint notice_subject_check check (subject in ('demand', 'joinRequest', 'meeting', 'day'));
alter table notice
  add column day date,
  -- {mine, dueToday, late}
  add column counts jsonb,
  add constraint notice_day_has_counts check ((subject = 'day') = (day is not null and counts is not null));
create unique index notice_day on notice (committee_id, to_id, day) where day is not null;

create table digest (
  committee_id uuid not null references committee,
  day date not null,
  made_at timestamptz not null,
  primary key (committee_id, day)
);
select app.protect('digest');
create policy turn on digest for select to zx_jobs using (true);
create policy turn_new on digest for insert to zx_jobs with check (true);
grant select, insert on digest to zx_jobs;
create policy morning on notice for insert to zx_jobs with check (subject = 'day' and state = 'kept' and read_at is null);
grant insert (day, counts, done_at) on notice to zx_jobs;
grant select (working, resting, last_at, last_by) on demand to zx_jobs;
create policy put_off on demand_snooze for select to zx_jobs using (true);
grant select (committee_id, demand_id, account_id, until, made_at) on demand_snooze to zx_jobs;
