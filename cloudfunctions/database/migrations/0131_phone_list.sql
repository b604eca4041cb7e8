-- 电话告知: who reads no inbox is told by a person. A notice for one without an account stands in the outbox with nobody's name; the timer
-- turns it into a line of this list, and so what goes to one who uses no WeChat and asked to be called.
alter table notice alter column to_id drop not null;

-- What a person still has to be told about one demand, the latest of it: nobody is called twice for one matter.
create table phone_call (
  committee_id uuid not null,
  id uuid not null,
  demand_id uuid not null,
  about text not null,
  since timestamptz not null,
  urgent boolean not null,
  state text not null check (state in ('open', 'told')),
  tries smallint not null default 0,
  -- The number that was given is not theirs.
  wrong_number boolean not null default false,
  -- Nobody answered: not before then.
  again_at timestamptz,
  told_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, demand_id) references demand on update cascade on delete cascade,
  check ((state = 'told') = (told_at is not null))
);
select app.protect('phone_call');
create unique index phone_call_open on phone_call (committee_id, demand_id) where state = 'open';

-- Each time somebody picked up the phone. Rows are only ever added.
create table phone_try (
  committee_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  at timestamptz not null,
  by_id uuid not null references account,
  outcome text not null check (outcome in ('told', 'noAnswer', 'wrongNumber')),
  words text not null check (length(words) <= 200),
  primary key (committee_id, id),
  foreign key (committee_id, call_id) references phone_call on update cascade on delete cascade
);
select app.protect('phone_try');
create index phone_try_of_call on phone_try (committee_id, call_id, at);

-- The block's leader or deputy, those who serve the committee whole, who has it and who was asked first; never the person concerned, and
-- nobody once the household has said that it wants no calls.
create policy for_callers on phone_call for select to zx_app using (exists (
  select from demand d left join household h on h.committee_id = d.committee_id and h.id = d.household_id
  where d.committee_id = phone_call.committee_id and d.id = phone_call.demand_id and d.filed_by is distinct from (select app.account_id())
    and (d.block_id = any ((select app.blocks())::uuid[]) or d.committee_id = any ((select app.committees())::uuid[])
      or d.owner_id = (select app.account_id()) or d.first_receiver_id = (select app.account_id()))
    and (d.household_id is null or not 'phone' = any (h.never))));
create policy callers_settle on phone_call for update to zx_app using (exists (
  select from demand d left join household h on h.committee_id = d.committee_id and h.id = d.household_id
  where d.committee_id = phone_call.committee_id and d.id = phone_call.demand_id and d.filed_by is distinct from (select app.account_id())
    and (d.block_id = any ((select app.blocks())::uuid[]) or d.committee_id = any ((select app.committees())::uuid[])
      or d.owner_id = (select app.account_id()) or d.first_receiver_id = (select app.account_id()))
    and (d.household_id is null or not 'phone' = any (h.never)))) with check (tries > 0);
grant select, update (state, tries, wrong_number, again_at, told_at) on phone_call to zx_app;
create policy own_try on phone_try for insert to zx_app with check (
  by_id = (select app.account_id()) and exists (select from phone_call c where c.committee_id = phone_try.committee_id and c.id = phone_try.call_id));
create policy with_call on phone_try for select to zx_app using (
  exists (select from phone_call c where c.committee_id = phone_try.committee_id and c.id = phone_try.call_id));
grant select, insert on phone_try to zx_app;

-- The timer makes the lines. It reads of a household only how it wishes to be reached.
create policy listed on phone_call for select to zx_jobs using (true);
create policy list_new on phone_call for insert to zx_jobs with check (state = 'open');
create policy list_anew on phone_call for update to zx_jobs using (state = 'open') with check (state = 'open');
grant select (committee_id, id, demand_id, about, since, state, urgent), insert (committee_id, id, demand_id, about, since, urgent, state), update (about, since, urgent, again_at) on phone_call to zx_jobs;
create policy wish on household for select to zx_jobs using (true);
grant select (committee_id, id, channels, never) on household to zx_jobs;
grant select (household_id) on demand to zx_jobs;
