-- A notice leaves the app in three moves: claimed and committed, sent outside any transaction, settled. So the platform is asked at most
-- once for each claim, and what nobody knows the end of is seen as such: a claim whose holder fell silent becomes unknown, never sent again.
alter table notice drop constraint notice_state_check;
alter table notice
  add constraint notice_state_check check (state in ('queued', 'sending', 'sent', 'kept', 'unknown')),
  -- Goes out day and night.
  add column urgent boolean not null default false,
  -- ZX-2026-000123: all of a matter that may stand on a locked screen.
  add column number text,
  add column claim uuid,
  add column claimed_at timestamptz,
  add constraint notice_claim_is_held check ((state = 'sending') <= (claim is not null and claimed_at is not null));
-- One person's notices leave in their order: what has not left yet stands in the way of what came later.
create index notice_pending on notice (to_id, at, id) where state in ('queued', 'sending');
create index notice_claimed on notice (claimed_at) where state = 'sending';
grant insert (urgent, number) on notice to zx_app;

drop policy settle on notice;
create policy settle on notice for update to zx_jobs using (state in ('queued', 'sending', 'unknown')) with check (true);
grant select (urgent, number, claim, claimed_at), insert (urgent, number), update (claim, claimed_at) on notice to zx_jobs;
grant select (number) on demand to zx_jobs;

-- What a person has allowed to be sent by WeChat, template by template: one consent is one message, and no call of WeChat's tells how many
-- are left. Rows are only ever added; the last one holds what is left. Of a person and not of a committee, like the identity it belongs to.
create table notice_credit (
  account_id uuid not null references account on delete cascade,
  template text not null check (template in ('taken', 'answered', 'rate')),
  seq int not null default 0,
  change smallint not null check (change <> 0),
  balance smallint not null default 0 check (balance between 0 and 99),
  -- granted by a tap · spent by a claim · returned when WeChat clearly did not take it · forfeited when it said that none is left (43101).
  why text not null check (why in ('granted', 'spent', 'returned', 'forfeited')),
  committee_id uuid,
  notice_id uuid,
  at timestamptz not null,
  primary key (account_id, template, seq),
  check ((why = 'granted') = (notice_id is null)),
  check (case why when 'granted' then change = 1 when 'spent' then change = -1 when 'returned' then change = 1 else change < 0 end)
);
select app.protect('notice_credit');

-- Each row stands on the one before, whoever writes at the same moment. What is not there cannot be spent, and more than anybody would use
-- is not kept: such a row is left out, and who wrote it sees that none came back.
create function app.chain_credit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before notice_credit;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.account_id::text || new.template, 130));
  select * into before from notice_credit where account_id = new.account_id and template = new.template order by seq desc limit 1;
  new.seq := coalesce(before.seq, 0) + 1;
  if new.why = 'forfeited' then new.change := -coalesce(before.balance, 0); end if;
  new.balance := coalesce(before.balance, 0) + new.change;
  return case when new.change <> 0 and new.balance between 0 and 99 then new end;
end
$$;
revoke all on function app.chain_credit() from public;
create trigger chain before insert on notice_credit for each row execute function app.chain_credit();

create policy own on notice_credit for select to zx_app using (account_id = (select app.account_id()));
create policy own_grant on notice_credit for insert to zx_app with check (account_id = (select app.account_id()) and why = 'granted');
grant select, insert (account_id, template, change, why, at) on notice_credit to zx_app;
create policy spend on notice_credit for insert to zx_jobs with check (why <> 'granted');
create policy left_over on notice_credit for select to zx_jobs using (true);
grant select, insert (account_id, template, change, why, committee_id, notice_id, at) on notice_credit to zx_jobs;
