-- What follows when somebody takes a consent back, or says no: at once, by whatever way the word came (个人信息保护法 art. 15, 47). Nothing of it closes
-- the service list or saying something.

-- Care rests on the consent of the person concerned, or on a law that is named; named or not, it lies sealed, for it tells the kind.
alter table household_care
  add column law_sealed text check (law_sealed ~ '^[a-z0-9]+(-sm4)?[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+$'),
  -- Ended by nobody who serves: the person concerned withdrew, or closed the account. Of whom, and what kind, is gone with it.
  add column ended_for text check (ended_for in ('withdrawn', 'closed')),
  add constraint household_care_ended_for check (ended_for is null or (ended_at is not null and ended_by is null and resident_id is null));
grant select (ended_for), insert (law_sealed) on household_care to zx_app;

-- To which layers an account has said no, last. Empty where nothing was said.
create function app.refused_layers(account uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(layer), '{}') from (select distinct on (layer) layer, given from consent where account_id = account order by layer, at desc) said where not given
$$;
-- Of a resident of a household one belongs to or serves; of others nothing is told.
create function app.refused_by(committee uuid, resident uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select app.refused_layers(r.account_id) from resident r where r.committee_id = committee and r.id = resident and r.account_id is not null
    and (r.household_id = any (app.households()) or r.block_id = any (app.blocks()) or r.committee_id = any (app.committees()))), '{}')
$$;
revoke all on function app.refused_layers(uuid), app.refused_by(uuid, uuid) from public;
grant execute on function app.refused_by(uuid, uuid) to zx_app;

-- Numbers of these people go, and what any of them was before; that it was erased stays in the history.
create function app.forget_contact(people uuid[], at timestamptz, by uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  one resident;
  part text;
  next int;
begin
  -- Households in one order, so that two who withdraw at once do not wait for each other in a circle.
  perform from household h where (h.committee_id, h.id) in (select committee_id, household_id from resident where id = any (people)) order by h.committee_id, h.id for update;
  for one in select * from resident where id = any (people) and (has_phone or has_email) order by committee_id, household_id, id loop
    for part in select field from (values ('phone', one.has_phone), ('email', one.has_email)) v (field, had) where had loop
      update household set version = version + 1 where committee_id = one.committee_id and id = one.household_id returning version into next;
      insert into archive_change (committee_id, id, household_id, block_id, resident_id, field, version, source, by_id, at, state, decided_by, decided_at, why)
        values (one.committee_id, gen_random_uuid(), one.household_id, one.block_id, one.id, part, next, 'resident', by, forget_contact.at, 'applied', by, forget_contact.at, '收回了同意，删掉了');
    end loop;
    update resident set phone_sealed = null, phone_index = null, email_sealed = null, version = next where committee_id = one.committee_id and id = one.id;
  end loop;
  update archive_change set state = 'refused', decided_by = by, decided_at = forget_contact.at, why = '收回了同意，删掉了' where resident_id = any (people) and field in ('phone', 'email') and state = 'proposed';
  update archive_change set old_sealed = null, new_sealed = null where resident_id = any (people) and field in ('phone', 'email');
end
$$;

-- Care of these people ends, unless a law is named, and nothing is left of what it was; so do the notes about how they live.
create function app.forget_care(people uuid[], at timestamptz, by uuid, reason text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  home household;
  live boolean;
begin
  for home in select h.* from household h where (h.committee_id, h.id) in (select committee_id, household_id from resident where id = any (people)) order by h.committee_id, h.id for update loop
    live := app.is_cared(home.committee_id, home.id);
    update household_care set ended_at = coalesce(ended_at, forget_care.at), ended_for = reason, ended_by = null, ended_why_sealed = null,
      resident_id = null, kind_sealed = null, basis_sealed = null, review_on = null, contested_at = null, contest_sealed = null
      where committee_id = home.committee_id and household_id = home.id and resident_id = any (people) and law_sealed is null;
    if live and not app.is_cared(home.committee_id, home.id) then
      insert into class_decision (committee_id, id, household_id, block_id, at, class, no_home_visits, cared, why, source, by_id)
        values (home.committee_id, gen_random_uuid(), home.id, home.block_id, forget_care.at, case when home.no_home_visits then 'A' else 'B' end, home.no_home_visits, false, 'careEnded', 'resident', by);
    end if;
    update archive_change set old_sealed = null, new_sealed = null, state = 'refused', version = null, decided_by = by, decided_at = forget_care.at, why = '收回了同意，删掉了'
      where committee_id = home.committee_id and household_id = home.id and resident_id = any (people) and field = 'note';
    update household set version = version + 1 where committee_id = home.committee_id and id = home.id;
  end loop;
end
$$;
revoke all on function app.forget_contact(uuid[], timestamptz, uuid), app.forget_care(uuid[], timestamptz, uuid, text) from public;

create function app.follow_withdrawal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine uuid[] := array(select id from resident where account_id = new.account_id);
begin
  case new.layer
    when 'account' then
      delete from join_request where account_id = new.account_id and state = 'waiting';
      -- They live there still; that the app knows them as that person is what ends.
      update resident set account_id = null where account_id = new.account_id;
    when 'contact' then
      perform app.forget_contact(mine, new.at, new.account_id);
      update demand set filer_phone_sealed = null where filed_by = new.account_id and filer_phone_sealed is not null;
    when 'sensitive' then perform app.forget_care(mine, new.at, new.account_id, 'withdrawn');
    when 'talent' then delete from visit_helper where answered_by = new.account_id and state = 'accepted';
    else null;
  end case;
  return null;
end
$$;
revoke all on function app.follow_withdrawal() from public;
create trigger followed after insert on consent for each row when (not new.given) execute function app.follow_withdrawal();

-- What somebody said no to is not written down again, by whatever way it comes: a number is left out, care without a law and a note do not come to be.
create function app.guard_numbers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.account_id is not null and (new.phone_sealed, new.email_sealed) is distinct from (null, null) and 'contact' = any (app.refused_layers(new.account_id)) then
    new.phone_sealed := null;
    new.phone_index := null;
    new.email_sealed := null;
  end if;
  return new;
end
$$;
create trigger refused_numbers before insert or update of phone_sealed, email_sealed, account_id on resident for each row execute function app.guard_numbers();
create function app.guard_refused() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if 'sensitive' = any (app.refused_layers((select account_id from resident r where r.committee_id = new.committee_id and r.id = new.resident_id))) then
    raise insufficient_privilege using message = 'the person concerned has said no to this being kept';
  end if;
  return new;
end
$$;
revoke all on function app.guard_numbers(), app.guard_refused() from public;
create trigger refused_care before insert on household_care for each row when (new.law_sealed is null) execute function app.guard_refused();
create trigger refused_note before insert on archive_change for each row when (new.field = 'note') execute function app.guard_refused();

-- The law, where one is named, is opened with the care it carries.
create or replace function app.own_sealed(wanted_committee uuid, wanted_household uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'names', '[]'::jsonb,
    'people', (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'name', r.name, 'phone', r.phone_sealed, 'email', r.email_sealed)), '[]') from resident r
      where r.committee_id = wanted_committee and r.household_id = wanted_household and r.id = any (app.own_residents())),
    'care', (select coalesce(jsonb_agg(jsonb_build_object('careId', c.id, 'residentId', c.resident_id, 'kind', c.kind_sealed, 'basis', c.basis_sealed, 'law', c.law_sealed, 'contest', c.contest_sealed, 'endedWhy', c.ended_why_sealed) order by c.set_at, c.id), '[]') from household_care c
      where c.committee_id = wanted_committee and c.household_id = wanted_household and c.resident_id = any (app.own_residents())),
    'changes', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'residentId', a.resident_id, 'field', a.field, 'old', a.old_sealed, 'new', a.new_sealed, 'byId', a.by_id,
        'at', app.instant(a.at), 'state', a.state) order by a.at, a.id), '[]') from archive_change a
      where a.committee_id = wanted_committee and a.household_id = wanted_household and a.field in ('phone', 'email', 'note') and a.resident_id = any (app.own_residents())))
$$;
create or replace function app.open_household(wanted_committee uuid, wanted_household uuid, opening_id uuid, wanted text[], reason text, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  home household;
begin
  select * into home from household where committee_id = wanted_committee and id = wanted_household;
  if home.id is null or not app.may_open(home.committee_id, home.block_id, home.id, wanted) then return null; end if;
  insert into opening (committee_id, id, household_id, by_id, at, what, why) values (wanted_committee, opening_id, wanted_household, app.account_id(), open_household.at, wanted, reason);
  return jsonb_build_object(
    'names', (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'name', r.name)), '[]') from resident r where r.committee_id = wanted_committee and r.household_id = wanted_household),
    'people', case when 'contact' = any (wanted) then (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'name', r.name, 'phone', r.phone_sealed, 'email', r.email_sealed) order by r.id), '[]')
      from resident r where r.committee_id = wanted_committee and r.household_id = wanted_household and r.left_at is null) else '[]' end,
    'care', case when 'care' = any (wanted) then (select coalesce(jsonb_agg(jsonb_build_object('careId', c.id, 'residentId', c.resident_id, 'kind', c.kind_sealed, 'basis', c.basis_sealed, 'law', c.law_sealed, 'contest', c.contest_sealed) order by c.set_at, c.id), '[]')
      from household_care c where c.committee_id = wanted_committee and c.household_id = wanted_household and c.ended_at is null and c.resident_id is not null) else '[]' end,
    'changes', app.sealed_changes(wanted_committee, wanted_household, wanted));
end
$$;
