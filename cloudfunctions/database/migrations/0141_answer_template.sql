-- Sentences a committee says often. Read by all who serve it, written by those who serve it whole.
create table answer_template (
  committee_id uuid not null references committee,
  id uuid not null,
  -- Null for demands of every kind.
  kind text check (kind in ('request', 'suggestion', 'complaint', 'consultation', 'hazard')),
  title text not null check (length(title) between 1 and 20),
  text text not null check (length(text) between 2 and 500),
  changed_by uuid references account,
  changed_at timestamptz not null,
  primary key (committee_id, id)
);
select app.protect('answer_template');

create policy who_serves on answer_template for select to zx_app using (
  committee_id = any ((select app.committees())::uuid[])
  or exists (select from post p where p.committee_id = answer_template.committee_id and p.account_id = (select app.account_id()) and (p.until is null or p.until > now())));
create policy whole_writes on answer_template for insert to zx_app
  with check (committee_id = any ((select app.committees())::uuid[]) and changed_by = (select app.account_id()));
create policy whole_changes on answer_template for update to zx_app
  using (committee_id = any ((select app.committees())::uuid[]))
  with check (committee_id = any ((select app.committees())::uuid[]) and changed_by = (select app.account_id()));
create policy whole_removes on answer_template for delete to zx_app using (committee_id = any ((select app.committees())::uuid[]));
grant select, delete, insert (committee_id, id, kind, title, text, changed_by, changed_at), update (kind, title, text, changed_by, changed_at) on answer_template to zx_app;
