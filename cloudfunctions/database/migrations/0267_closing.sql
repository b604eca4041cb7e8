-- Closing an account takes what the archives hold of its person along, and what they wrote about themselves. What stays has its reason: matters with the
-- committee's answer (three years, without a name), the record of who opened what, proof of consents (three years), and care a law prescribes, with the
-- name it is for. Of the others of the home nothing is touched, and the home's wish about its door stands.
alter table account add column closed_at timestamptz;

-- Where a person stands in the archive is emptied. Whom a law is named for stays known, without a number.
create function app.empty_resident(one resident, at timestamptz, by uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  gone constant text := '已注销';
  named boolean;
begin
  perform app.forget_care(array[one.id], empty_resident.at, by, 'closed');
  named := exists (select from household_care where committee_id = one.committee_id and resident_id = one.id and ended_at is null);
  -- Whoever was written down as somebody new stands there by name as well.
  update archive_change set new = new || jsonb_build_object('name', gone, 'birthYear', null) where committee_id = one.committee_id and household_id = one.household_id and field = 'member' and new ->> 'name' = one.name;
  update archive_change set state = 'refused', decided_by = by, decided_at = empty_resident.at, why = '本人注销了' where committee_id = one.committee_id and resident_id = one.id and state = 'proposed';
  update archive_change set old = null, new = null, old_sealed = null, new_sealed = null where committee_id = one.committee_id and resident_id = one.id;
  update resident set account_id = null, phone_sealed = null, phone_index = null, email_sealed = null, roles = '{}',
    name = case when named then name else gone end, birth_year = case when named then birth_year end where committee_id = one.committee_id and id = one.id;
end
$$;

create function app.empty_visits(leaving uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  gone constant text := '（本人注销，已经删去）';
begin
  delete from visit_helper where answered_by = leaving;
  delete from visit_note n using visit v where v.asked_by = leaving and v.host_id <> leaving and not v.invited and v.mode = 'online' and n.committee_id = v.committee_id and n.visit_id = v.id;
  update visit_entry e set text = gone from visit v where e.committee_id = v.committee_id and e.visit_id = v.id and e.text is not null
    and (e.by_id = leaving or (v.asked_by = leaving and not v.invited and v.mode = 'online')) and v.host_id <> leaving;
  update visit set purpose = gone, summary = case when summary is null then null else gone end where asked_by = leaving and not invited and mode = 'online';
end
$$;
revoke all on function app.empty_resident(resident, timestamptz, uuid), app.empty_visits(uuid) from public;

create or replace function app.close_account(wanted_committee uuid, wanted_request uuid, at timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  leaving uuid;
  called text;
  one resident;
begin
  select account_id into leaving from rights_request
    where committee_id = wanted_committee and id = wanted_request and kind = 'delete' and state = 'open' and account_id <> app.account_id() and committee_id = any (app.directed());
  if leaving is null then return 'nothing'; end if;
  -- Nothing a resident says is ever unanswered: what is open is answered or taken back first. One who serves gives the post back first.
  if exists (select from demand where filed_by = leaving and not resting) or exists (select from post where account_id = leaving and until is null)
    or exists (select from visit where asked_by = leaving and not invited and state in ('asked', 'proposed', 'booked', 'held', 'summarised')) then return 'open'; end if;
  select name into called from account where id = leaving for update;
  for one in select * from resident where account_id = leaving order by committee_id, household_id, id loop perform app.empty_resident(one, close_account.at, leaving); end loop;
  perform app.empty_visits(leaving);
  update notice n set from_name = '已注销' where from_name = called and (
    (subject = 'demand' and exists (select from demand d where d.id = n.subject_id and d.filed_by = leaving)) or (subject = 'right' and exists (select from rights_request r where r.id = n.subject_id and r.account_id = leaving))
    or (subject = 'joinRequest' and exists (select from join_request j where j.id = n.subject_id and j.account_id = leaving)) or (subject = 'visit' and exists (select from visit v where v.id = n.subject_id and v.asked_by = leaving)));
  update account set name = '已注销', closed_at = close_account.at where id = leaving;
  update demand set filer_name = '已注销', filer_phone_sealed = null where filed_by = leaving;
  update demand_entry set by_name = '已注销' where by_id = leaving and by_name is not null;
  update demand_rating set words = null where by_id = leaving;
  update rights_request set name = '已注销' where account_id = leaving;
  delete from join_request where account_id = leaving;
  delete from departure where account_id = leaving;
  delete from identity where account_id = leaving;
  delete from receipt where account_id = leaving;
  delete from notice where to_id = leaving;
  delete from notice_credit where account_id = leaving;
  delete from notice_ask where account_id = leaving;
  delete from demonstration where account_id = leaving;
  update session set revoked_at = close_account.at where account_id = leaving and revoked_at is null;
  return null;
end
$$;

create or replace function app.expire_records(at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from notice where at < expire_records.at - interval '1 year' and state not in ('queued', 'sending');
  delete from rights_request where decided_at < expire_records.at - interval '3 years';
  delete from consent c using account a where a.closed_at < expire_records.at - interval '3 years' and c.account_id = a.id;
$$;
create index account_closed on account (closed_at) where closed_at is not null;
