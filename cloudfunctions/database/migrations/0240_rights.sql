-- What people agree to, layer by layer, and what they ask about their own information (个人信息保护法 art. 13–16, 44–50).

-- Rows are only ever added: the last one of a layer holds. Of a person and not of a committee, like the identity it belongs to.
create table consent (
  account_id uuid not null references account on delete cascade,
  layer text not null check (layer in ('account', 'contact', 'sensitive', 'minor', 'messages', 'talent')),
  at timestamptz not null,
  -- The day of the text that was shown.
  version date not null,
  given boolean not null,
  primary key (account_id, layer, at)
);
select app.protect('consent');
create policy own on consent for select to zx_app using (account_id = (select app.account_id()));
create policy own_word on consent for insert to zx_app with check (account_id = (select app.account_id()));
grant select, insert on consent to zx_app;

create table rights_request (
  committee_id uuid not null references committee,
  id uuid not null,
  -- Stays when the account is closed: an account is emptied, never taken away.
  account_id uuid not null references account,
  name text not null check (length(name) between 1 and 20),
  kind text not null check (kind in ('copy', 'correct', 'delete', 'restrict', 'explain', 'complain')),
  words text not null check (length(words) <= 500),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  provisional boolean not null,
  state text not null check (state in ('open', 'done', 'refused', 'takenBack')),
  decided_at timestamptz,
  decided_by uuid,
  reply text check (length(reply) between 2 and 500),
  -- When the director was told that it is late; once.
  late_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, decided_by) references staff (committee_id, account_id),
  check ((state = 'open') = (decided_at is null)),
  -- Only the machine answers without words: a copy, made at once.
  check ((decided_by is null) <= (state in ('open', 'takenBack') or kind = 'copy')),
  check ((decided_by is null) = (reply is null))
);
select app.protect('rights_request');
create unique index rights_request_open on rights_request (account_id, committee_id, kind) where state = 'open';
create index rights_request_mine on rights_request (account_id, asked_at desc, id);
create index rights_request_committee on rights_request (committee_id, asked_at desc);
create index rights_request_late on rights_request (due_at) where state = 'open' and late_at is null;

create policy own_and_directed on rights_request for select to zx_app using (account_id = (select app.account_id()) or committee_id = any ((select app.directed())::uuid[]));
create policy own_new on rights_request for insert to zx_app with check (
  account_id = (select app.account_id()) and decided_by is null and (state = 'open' or (kind = 'copy' and state = 'done')));
create policy own_back on rights_request for update to zx_app
  using (account_id = (select app.account_id()) and state = 'open') with check (account_id = (select app.account_id()) and state = 'takenBack' and decided_by is null);
-- Nobody decides about their own.
create policy directed_decides on rights_request for update to zx_app
  using (account_id <> (select app.account_id()) and state = 'open' and committee_id = any ((select app.directed())::uuid[]))
  -- Said again here: the check of one policy goes with the rows of the other.
  with check (account_id <> (select app.account_id()) and decided_by = (select app.account_id()) and state in ('done', 'refused') and committee_id = any ((select app.directed())::uuid[]));
grant select, insert (committee_id, id, account_id, name, kind, words, asked_at, due_at, provisional, state, decided_at), update (state, decided_at, decided_by, reply) on rights_request to zx_app;
create policy late on rights_request for select to zx_jobs using (state = 'open');
create policy late_told on rights_request for update to zx_jobs using (state = 'open') with check (state = 'open');
grant select (committee_id, id, due_at, state, late_at), update (late_at) on rights_request to zx_jobs;

alter table notice drop constraint notice_subject_check, add constraint notice_subject_check check (subject in ('demand', 'joinRequest', 'meeting', 'day', 'household', 'visit', 'right'));
create policy about_right on notice for insert to zx_app with check (
  state = 'queued' and read_at is null and subject = 'right'
  and exists (select from rights_request r where r.committee_id = notice.committee_id and r.id = notice.subject_id));
create policy right_late on notice for insert to zx_jobs with check (state = 'queued' and read_at is null and subject = 'right' and about = 'rightLate');

-- Taking reminders back empties what is left of every template, by whatever way the word came.
alter table notice_credit drop constraint notice_credit_why_check, drop constraint notice_credit_check, drop constraint notice_credit_check1,
  add constraint notice_credit_why_check check (why in ('granted', 'spent', 'returned', 'forfeited', 'withdrawn')),
  add constraint notice_credit_of_notice check ((why in ('granted', 'withdrawn')) = (notice_id is null)),
  add constraint notice_credit_change_fits check (case why when 'granted' then change = 1 when 'spent' then change = -1 when 'returned' then change = 1 else change < 0 end);
create or replace function app.chain_credit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before notice_credit;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.account_id::text || new.template, 130));
  select * into before from notice_credit where account_id = new.account_id and template = new.template order by seq desc limit 1;
  new.seq := coalesce(before.seq, 0) + 1;
  if new.why in ('forfeited', 'withdrawn') then new.change := -coalesce(before.balance, 0); end if;
  new.balance := coalesce(before.balance, 0) + new.change;
  return case when new.change <> 0 and new.balance between 0 and 99 then new end;
end
$$;
create function app.forget_credits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into notice_credit (account_id, template, change, why, at)
    select new.account_id, template, -1, 'withdrawn', new.at from (select distinct template from notice_credit where account_id = new.account_id) t;
  return null;
end
$$;
revoke all on function app.forget_credits() from public;
create trigger withdrawn after insert on consent for each row when (new.layer = 'messages' and not new.given) execute function app.forget_credits();

-- Closes an account: who it was is forgotten, what was said stays without a name. Null when done, else what stands in the way. Asked by whoever
-- decides the request, and for nobody else's account than the one that asked.
create function app.close_account(wanted_committee uuid, wanted_request uuid, at timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  leaving uuid;
begin
  select account_id into leaving from rights_request
    where committee_id = wanted_committee and id = wanted_request and kind = 'delete' and state = 'open' and account_id <> app.account_id() and committee_id = any (app.directed());
  if leaving is null then return 'nothing'; end if;
  -- Nothing a resident says is ever unanswered: what is open is answered or taken back first. One who serves gives the post back first.
  if exists (select from demand where filed_by = leaving and not resting) or exists (select from post where account_id = leaving and until is null) then return 'open'; end if;
  update account set name = '已注销' where id = leaving;
  update resident set account_id = null where account_id = leaving;
  update demand set filer_name = '已注销' where filed_by = leaving;
  update rights_request set name = '已注销' where account_id = leaving;
  delete from join_request where account_id = leaving;
  delete from identity where account_id = leaving;
  delete from receipt where account_id = leaving;
  delete from notice where to_id = leaving;
  delete from notice_credit where account_id = leaving;
  delete from demonstration where account_id = leaving;
  update session set revoked_at = at where account_id = leaving and revoked_at is null;
  return null;
end
$$;
revoke all on function app.close_account(uuid, uuid, timestamptz) from public;
grant execute on function app.close_account(uuid, uuid, timestamptz) to zx_app;
