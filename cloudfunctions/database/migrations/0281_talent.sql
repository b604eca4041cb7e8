-- Able neighbours (能人): each by their own word, given where they were asked in a visit. Read by themselves and by those who serve the committee whole;
-- gone the moment the word is taken back, here or in the layer `talent` of what one has agreed to (0266 takes the question away, and with it the word), and when one no longer lives there.
create table talent (
  committee_id uuid not null references committee,
  id uuid not null,
  account_id uuid not null references account on delete cascade,
  what text not null check (length(what) between 1 and 100),
  -- In which visit they were asked, until that is gone.
  helper_id uuid not null,
  since timestamptz not null,
  primary key (committee_id, id),
  unique (committee_id, helper_id),
  foreign key (committee_id, helper_id) references visit_helper (committee_id, id) on delete cascade
);
select app.protect('talent');
create index talent_account on talent (account_id, since desc, id desc);
create index talent_list on talent (committee_id, since desc, id desc);

create policy own_and_whole on talent for select to zx_app using (account_id = (select app.account_id()) or committee_id = any ((select app.committees())::uuid[]));
-- One's own word, said to the very question, and agreed to besides.
create policy own_word on talent for insert to zx_app with check (
  account_id = (select app.account_id())
  and (select k.given from consent k where k.account_id = (select app.account_id()) and k.layer = 'talent' order by k.at desc limit 1)
  and exists (select from visit_helper p where p.committee_id = talent.committee_id and p.id = talent.helper_id and p.what = talent.what and p.state = 'accepted' and p.answered_by = (select app.account_id())));
create policy own_gone on talent for delete to zx_app using (account_id = (select app.account_id()));
grant select, insert (committee_id, id, account_id, what, helper_id, since), delete on talent to zx_app;

-- By whatever way the word is taken back, the visit says so too.
create function app.talent_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update visit_helper set state = 'declined' where committee_id = old.committee_id and id = old.helper_id;
  return null;
end
$$;
create trigger gone after delete on talent for each row execute function app.talent_gone();

create function app.talent_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from talent t where t.committee_id = old.committee_id and t.account_id = old.account_id
    and not exists (select from resident r where r.committee_id = old.committee_id and r.account_id = old.account_id and r.left_at is null);
  return null;
end
$$;
create trigger talent_moved after delete or update of account_id, left_at on resident for each row when (old.account_id is not null) execute function app.talent_moved();
revoke all on function app.talent_gone(), app.talent_moved() from public;
