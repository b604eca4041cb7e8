-- What one who serves has put off in their own inbox: until when, and why. It comes back by itself, so nothing has to run for it.
create table demand_snooze (
  committee_id uuid not null,
  demand_id uuid not null,
  account_id uuid not null references account on delete cascade,
  until timestamptz not null,
  reason text not null check (length(reason) between 1 and 100),
  made_at timestamptz not null,
  primary key (committee_id, demand_id, account_id),
  foreign key (committee_id, demand_id) references demand on delete cascade,
  check (until > made_at)
);
create index demand_snooze_own on demand_snooze (account_id, until);
select app.protect('demand_snooze');
-- Only what one owns oneself, never danger, never past the warning before the deadline (three hours, demand/rules/deadline.ts).
create policy own on demand_snooze for select to zx_app using (account_id = (select app.account_id()));
create policy own_new on demand_snooze for insert to zx_app with check (
  account_id = (select app.account_id())
  and exists (select from demand d where d.committee_id = demand_snooze.committee_id and d.id = demand_snooze.demand_id
    and d.owner_id = (select app.account_id()) and d.urgency <> 'danger' and until <= d.due_at - interval '3 hours'));
create policy own_later on demand_snooze for update to zx_app using (account_id = (select app.account_id())) with check (
  account_id = (select app.account_id())
  and exists (select from demand d where d.committee_id = demand_snooze.committee_id and d.id = demand_snooze.demand_id
    and d.owner_id = (select app.account_id()) and d.urgency <> 'danger' and until <= d.due_at - interval '3 hours'));
create policy own_gone on demand_snooze for delete to zx_app using (account_id = (select app.account_id()));
grant select, insert, update (until, reason, made_at), delete on demand_snooze to zx_app;

-- Open demands somebody higher was told of.
create index demand_entry_escalated on demand_entry (committee_id, demand_id) where step = 'escalate';
-- What of one's own lies with a meeting or outside.
create index demand_owner_away on demand (owner_id, due_at, id) where status in ('atMeeting', 'transferred');
-- What one person has or had, for those who serve the committee whole.
create index demand_committee_owner on demand (committee_id, owner_id, filed_at desc, id desc);
