-- Of a child under fourteen only the relation and the year of birth are kept until a guardian says yes in the app (个人信息保护法 art. 31; 未成年人网络保护条例 art. 32–37),
-- on whatever way the child came to be written down: by a parent, a leader, an import, a statement.

-- Only the year is known: whoever may still be thirteen counts as a child.
create function app.is_child(birth_year int) returns boolean language sql stable parallel safe as $$
  select coalesce(birth_year >= extract(year from now() at time zone 'Asia/Shanghai')::int - 14, false)
$$;

-- Who speaks for the children of a home: those who live there, neither who lets the flat, nor who shares it or only cares for somebody there.
create function app.guardians(committee uuid, household uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.account_id), '{}') from resident r
  where r.committee_id = committee and r.household_id = household and r.account_id is not null and r.left_at is null and not app.is_child(r.birth_year)
    and (r.relation in ('tenant', 'family') or (r.relation = 'owner' and not exists (
      select from resident t where t.committee_id = committee and t.household_id = household and t.left_at is null and t.relation in ('tenant', 'cotenant'))))
$$;
-- One has said yes, and none has said no since.
create function app.child_agreed(committee uuid, household uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_and(given), false) from (
    select distinct on (account_id) given from consent where layer = 'minor' and account_id = any (app.guardians(committee, household)) order by account_id, at desc) said
$$;
revoke all on function app.guardians(uuid, uuid), app.child_agreed(uuid, uuid) from public;
revoke all on function app.is_child(int) from public;
grant execute on function app.is_child(int) to zx_app;

create or replace function app.refused_by(committee uuid, resident uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select case when r.account_id is null then '{}' else app.refused_layers(r.account_id) end || case when app.is_child(r.birth_year) and not app.child_agreed(r.committee_id, r.household_id) then array['minor'] else '{}' end
    from resident r where r.committee_id = committee and r.id = resident
      and (r.household_id = any (app.households()) or r.block_id = any (app.blocks()) or r.committee_id = any (app.committees()))), '{}')
$$;

create function app.guard_child() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app.child_agreed(new.committee_id, new.household_id) then
    new.name := '孩子';
    new.roles := '{}';
    new.phone_sealed := null;
    new.phone_index := null;
    new.email_sealed := null;
  end if;
  return new;
end
$$;
create trigger z_child before insert or update on resident for each row when (app.is_child(new.birth_year) and new.left_at is null) execute function app.guard_child();

-- The history holds no more than the archive does.
create function app.guard_child_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.field = 'member' and not app.child_agreed(new.committee_id, new.household_id) then new.new := new.new || '{"name": "孩子"}';
  elsif new.field in ('name', 'roles') and not app.child_agreed(new.committee_id, new.household_id)
    and exists (select from resident r where r.committee_id = new.committee_id and r.id = new.resident_id and app.is_child(r.birth_year)) then new.new := null;
  end if;
  return new;
end
$$;
create trigger z_child before insert on archive_change for each row
  when ((new.field = 'member' and app.is_child((new.new ->> 'birthYear')::int)) or new.field in ('name', 'roles')) execute function app.guard_child_change();

-- The guardians are asked, once for each child that is written down.
create function app.ask_guardians() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into notice (committee_id, id, to_id, about, subject, subject_id, title, from_name, at, state, urgent, next_at)
    select h.committee_id, gen_random_uuid(), asked, 'childAsked', 'household', h.id, h.label, null, now(), 'queued', false, now()
    from household h, unnest(app.guardians(new.committee_id, new.household_id)) asked where h.committee_id = new.committee_id and h.id = new.household_id and not app.child_agreed(h.committee_id, h.id);
  return null;
end
$$;
revoke all on function app.guard_child(), app.guard_child_change(), app.ask_guardians() from public;
create trigger ask_guardians after insert on resident for each row when (app.is_child(new.birth_year) and new.left_at is null and app.account_id() is not null) execute function app.ask_guardians();
create trigger ask_guardians_later after update of birth_year on resident for each row
  when (app.is_child(new.birth_year) and not app.is_child(old.birth_year) and new.left_at is null and app.account_id() is not null) execute function app.ask_guardians();

-- The children one speaks for, with what is kept of each.
create function app.own_children() returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('label', h.label, 'name', r.name, 'relation', r.relation, 'birthYear', r.birth_year, 'agreed', app.child_agreed(r.committee_id, r.household_id)) order by r.id), '[]')
  from resident me join resident r on r.committee_id = me.committee_id and r.household_id = me.household_id join household h on h.committee_id = r.committee_id and h.id = r.household_id
  where me.account_id = app.account_id() and r.left_at is null and app.is_child(r.birth_year) and app.account_id() = any (app.guardians(r.committee_id, r.household_id))
$$;
revoke all on function app.own_children() from public;
grant execute on function app.own_children() to zx_app;

-- A guardian's no: what goes beyond the relation and the year is gone at once, also from what was written down before.
create function app.forget_children(guardian uuid, at timestamptz) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  children uuid[] := array(select r.id from resident me join resident r on r.committee_id = me.committee_id and r.household_id = me.household_id
    where me.account_id = guardian and r.left_at is null and app.is_child(r.birth_year) and guardian = any (app.guardians(r.committee_id, r.household_id)));
begin
  if children = '{}' then return; end if;
  perform app.forget_contact(children, forget_children.at, guardian);
  perform app.forget_care(children, forget_children.at, guardian, 'withdrawn');
  update archive_change set old = null, new = null, why = coalesce(why, '收回了同意，删掉了') where resident_id = any (children) and field in ('name', 'roles');
  update archive_change c set new = c.new || '{"name": "孩子"}' from resident r
    where r.id = any (children) and c.committee_id = r.committee_id and c.household_id = r.household_id and c.field = 'member' and app.is_child((c.new ->> 'birthYear')::int);
  -- The trigger above empties the rest.
  update resident set name = '孩子' where id = any (children);
end
$$;
revoke all on function app.forget_children(uuid, timestamptz) from public;
create function app.follow_guardian() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.forget_children(new.account_id, new.at);
  return null;
end
$$;
revoke all on function app.follow_guardian() from public;
create trigger followed_children after insert on consent for each row when (new.layer = 'minor' and not new.given) execute function app.follow_guardian();

-- An opening shows the year with the name.
create or replace function app.own_sealed(wanted_committee uuid, wanted_household uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'names', '[]'::jsonb,
    'people', (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'name', r.name, 'birthYear', r.birth_year, 'phone', r.phone_sealed, 'email', r.email_sealed)), '[]') from resident r
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
    'people', case when 'contact' = any (wanted) then (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'name', r.name, 'birthYear', r.birth_year, 'phone', r.phone_sealed, 'email', r.email_sealed) order by r.id), '[]')
      from resident r where r.committee_id = wanted_committee and r.household_id = wanted_household and r.left_at is null) else '[]' end,
    'care', case when 'care' = any (wanted) then (select coalesce(jsonb_agg(jsonb_build_object('careId', c.id, 'residentId', c.resident_id, 'kind', c.kind_sealed, 'basis', c.basis_sealed, 'law', c.law_sealed, 'contest', c.contest_sealed) order by c.set_at, c.id), '[]')
      from household_care c where c.committee_id = wanted_committee and c.household_id = wanted_household and c.ended_at is null and c.resident_id is not null) else '[]' end,
    'changes', app.sealed_changes(wanted_committee, wanted_household, wanted));
end
$$;

-- Whose number it is never answers with a child.
create or replace function app.find_phone(wanted_committee uuid, indexes text[]) returns table (resident_id uuid, household_id uuid, name text, label text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, h.id, r.name, h.label from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id
  where r.committee_id = wanted_committee and r.phone_index = any (indexes) and r.left_at is null and not app.is_child(r.birth_year) and wanted_committee = any (app.committees()) order by h.seq, r.id limit 10
$$;

-- What stands there already was agreed to by nobody in the app.
update resident set birth_year = birth_year where app.is_child(birth_year) and left_at is null;
