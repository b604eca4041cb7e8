-- Messages for those who serve go the way of the residents': by consents, one for each (work 有新的事, due 快到期, today 今天的清单).
alter table notice_credit drop constraint notice_credit_template_check,
  add constraint notice_credit_template_check check (template in ('taken', 'answered', 'rate', 'work', 'due', 'today'));

-- When a person was last asked for a template, and since when they would rather not: nobody is asked again and again.
create table notice_ask (
  account_id uuid not null references account on delete cascade,
  template text not null check (template in ('taken', 'answered', 'rate', 'work', 'due', 'today')),
  asked_at timestamptz not null,
  -- Null once they said yes.
  refused_at timestamptz,
  primary key (account_id, template)
);
select app.protect('notice_ask');
create policy own on notice_ask for select to zx_app using (account_id = (select app.account_id()));
create policy own_new on notice_ask for insert to zx_app with check (account_id = (select app.account_id()));
create policy own_again on notice_ask for update to zx_app using (account_id = (select app.account_id())) with check (account_id = (select app.account_id()));
grant select, insert, update (asked_at, refused_at) on notice_ask to zx_app;

-- The morning's counts leave the app too.
drop policy morning on notice;
create policy morning on notice for insert to zx_jobs with check (subject = 'day' and state = 'queued' and read_at is null);
