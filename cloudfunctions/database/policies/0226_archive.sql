-- Who may read and change what of an archive: DOMAIN 5.2, field by field. Nobody serves their own household.
create function app.serves_home(committee uuid, block uuid, household uuid) returns boolean language sql stable parallel safe as $$
  select not (household = any ((select app.households())::uuid[])) and (block = any ((select app.blocks())::uuid[]) or committee = any ((select app.committees())::uuid[]))
$$;
-- Whose word decides: the leader of the block, director and secretary.
create function app.decides_home(committee uuid, block uuid, household uuid) returns boolean language sql stable parallel safe as $$
  select not (household = any ((select app.households())::uuid[])) and (block = any ((select app.blocks())::uuid[]) or committee = any ((select app.directed())::uuid[]))
$$;
-- Officers open how people are reached, and nothing else.
create function app.may_open(committee uuid, block uuid, household uuid, wanted text[]) returns boolean language sql stable parallel safe as $$
  select app.decides_home(committee, block, household) or (app.serves_home(committee, block, household) and wanted <@ array['contact'])
$$;

-- Visits this person holds or is visited by, with their household; the table comes with 0230.
create function app.visited() returns text[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(array_agg(v.id || ' ' || v.household_id), '{}') from visit v where v.host_id = app.account_id() or v.household_id = any (app.households()));
end
$$;

revoke select on resident from zx_app;
grant select (committee_id, id, household_id, block_id, name, relation, account_id, birth_year, has_phone, has_email, roles, version, left_at),
  insert (birth_year, phone_sealed, phone_index, email_sealed, roles, version),
  update (name, relation, birth_year, phone_sealed, phone_index, email_sealed, roles, version, left_at) on resident to zx_app;
grant update (no_home_visits, channels, hours, never, language, wish_at, tenure, version) on household to zx_app;

create policy own_wish on household for update to zx_app using (id = any ((select app.households())::uuid[])) with check (id = any ((select app.households())::uuid[]));
create policy served on household for update to zx_app
  using ((not (id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])))) with check ((not (id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[]))));
create policy own_contact on resident for update to zx_app using (account_id = (select app.account_id())) with check (account_id = (select app.account_id()));
create policy served on resident for update to zx_app
  using ((not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])))) with check ((not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[]))));

-- Policies go by row; which columns a row's reader may change, these say. What runs as the owner of the tables has looked for itself.
create function app.guard_household() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  own boolean := old.id = any (app.households());
begin
  if current_user <> 'zx_app' then return new; end if;
  -- A wish is the household's own word. Only where nobody of it uses the app somebody writes it down for them.
  if (new.no_home_visits, new.channels, new.hours, new.never, new.language, new.wish_at) is distinct from (old.no_home_visits, old.channels, old.hours, old.never, old.language, old.wish_at)
    and not own and exists (select from resident r where r.committee_id = old.committee_id and r.household_id = old.id and r.account_id is not null) then
    raise insufficient_privilege using message = 'a wish is set by the household itself';
  end if;
  if own and new.tenure is distinct from old.tenure then raise insufficient_privilege using message = 'facts are proposed, not set, by the household itself'; end if;
  return new;
end
$$;
create trigger guarded before update on household for each row execute function app.guard_household();

create function app.guard_resident() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'zx_app' and old.account_id = app.account_id()
    and (new.name, new.relation, new.birth_year, new.roles) is distinct from (old.name, old.relation, old.birth_year, old.roles) then
    raise insufficient_privilege using message = 'facts about oneself are proposed, not set';
  end if;
  if new.left_at is not null then new.account_id := null; end if;
  -- Whose account it is nobody says for somebody else.
  if current_user = 'zx_app' and new.account_id is not null and new.account_id is distinct from old.account_id then raise insufficient_privilege using message = 'an account is bound by a code or a request'; end if;
  return new;
end
$$;
create trigger guarded before update on resident for each row execute function app.guard_resident();

create function app.guard_care() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  own boolean := old.resident_id = any (app.own_residents());
begin
  if current_user <> 'zx_app' then return new; end if;
  if own and (new.basis_sealed, new.review_on, new.ended_at, new.ended_by, new.ended_why_sealed) is distinct from (old.basis_sealed, old.review_on, old.ended_at, old.ended_by, old.ended_why_sealed) then
    raise insufficient_privilege using message = 'one’s own care is contested, not changed';
  end if;
  if not own and (new.contest_sealed is distinct from old.contest_sealed or (new.contested_at is not null and new.contested_at is distinct from old.contested_at)) then
    raise insufficient_privilege using message = 'care is contested by the person concerned';
  end if;
  return new;
end
$$;
create trigger guarded before update on household_care for each row execute function app.guard_care();

-- A home's own people read what they said themselves, what concerns them, and what concerns the door; notes about somebody go to that somebody.
create policy served_and_own on archive_change for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])
  or (household_id = any ((select app.households())::uuid[])
    and (by_id = (select app.account_id()) or resident_id = any ((select app.own_residents())::uuid[]) or (resident_id is null and field in ('tenure', 'wish', 'member')))));
create policy own_word on archive_change for insert to zx_app with check (
  by_id = (select app.account_id()) and household_id = any ((select app.households())::uuid[]) and import_id is null
  and (state = 'proposed' or (state = 'applied' and (field = 'wish' or (field in ('phone', 'email') and resident_id = any ((select app.own_residents())::uuid[]))))));
create policy served_writes on archive_change for insert to zx_app with check (
  by_id = (select app.account_id()) and state in ('applied', 'proposed') and (not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[])))
  and source <> 'resident'
  -- A wish is written down by somebody else only where nobody of the household uses the app.
  and (field <> 'wish' or not exists (select from resident r where r.committee_id = archive_change.committee_id and r.household_id = archive_change.household_id and r.account_id is not null))
  and (field <> 'note' or source = 'visit' or block_id = any ((select app.blocks())::uuid[])));
create policy visited on archive_change for insert to zx_app with check (
  by_id = (select app.account_id()) and state = 'proposed' and source = 'visit'
  and visit_id || ' ' || household_id = any ((select app.visited())::text[]));
create policy decided on archive_change for update to zx_app
  using (state = 'proposed' and (not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.directed())::uuid[]))))
  with check (state <> 'proposed' and decided_by = (select app.account_id()) and (not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.directed())::uuid[]))));
grant select (committee_id, id, household_id, block_id, resident_id, field, old, new, version, source, visit_id, import_id, by_id, at, state, against, decided_by, decided_at, why),
  insert, update (state, version, decided_by, decided_at, why) on archive_change to zx_app;

-- Whoever serves knows that there is care, and the person concerned; of what kind only an opening tells.
create policy served_and_own on household_care for select to zx_app using (
  block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[]) or resident_id = any ((select app.own_residents())::uuid[]));
create policy decided_new on household_care for insert to zx_app with check (set_by = (select app.account_id()) and ended_at is null and resident_id is not null and (not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.directed())::uuid[]))));
create policy decided on household_care for update to zx_app
  using (ended_at is null and (not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.directed())::uuid[])))) with check ((not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.directed())::uuid[]))));
create policy contested on household_care for update to zx_app
  using (ended_at is null and resident_id = any ((select app.own_residents())::uuid[])) with check (resident_id = any ((select app.own_residents())::uuid[]));
grant select (committee_id, id, household_id, block_id, resident_id, since, review_on, set_by, set_at, ended_at, ended_by, contested_at),
  insert (committee_id, id, household_id, block_id, resident_id, kind_sealed, basis_sealed, since, review_on, set_by, set_at),
  update (basis_sealed, review_on, ended_at, ended_by, ended_why_sealed, contested_at, contest_sealed) on household_care to zx_app;

create policy served on class_decision for select to zx_app using (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[]));
create policy own_word on class_decision for insert to zx_app with check (
  by_id = (select app.account_id()) and ((not (household_id = any ((select app.households())::uuid[])) and (block_id = any ((select app.blocks())::uuid[]) or committee_id = any ((select app.committees())::uuid[]))) or (why = 'wish' and household_id = any ((select app.households())::uuid[]))));
grant select, insert on class_decision to zx_app;

create policy own_home_and_directed on opening for select to zx_app using (
  by_id = (select app.account_id()) or committee_id = any ((select app.directed())::uuid[])
  or (household_id = any ((select app.households())::uuid[]) and (resident_id is null or resident_id = any ((select app.own_residents())::uuid[]))));
create policy own_word on opening for insert to zx_app with check (by_id = (select app.account_id())
  and exists (select from household h where h.committee_id = opening.committee_id and h.id = opening.household_id and ((not (h.id = any ((select app.households())::uuid[])) and (h.block_id = any ((select app.blocks())::uuid[]) or h.committee_id = any ((select app.directed())::uuid[]))) or ((not (h.id = any ((select app.households())::uuid[])) and (h.block_id = any ((select app.blocks())::uuid[]) or h.committee_id = any ((select app.committees())::uuid[]))) and opening.what <@ array['contact']))));
grant select, insert on opening to zx_app;

-- Proposed ones are opened with the kind of thing they speak of.
create function app.sealed_changes(committee uuid, household uuid, wanted text[]) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'residentId', resident_id, 'field', field, 'old', old_sealed, 'new', new_sealed, 'byId', by_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'state', state) order by at, id), '[]')
  from archive_change where committee_id = committee and household_id = household
    and (('contact' = any (wanted) and field in ('phone', 'email') and state = 'proposed') or ('notes' = any (wanted) and field = 'note' and state <> 'refused'))
$$;

-- What lies sealed, to one who may open it, with a row that says so. Null where one may not, or there is nothing.
create function app.open_household(wanted_committee uuid, wanted_household uuid, opening_id uuid, wanted text[], reason text, at timestamptz) returns jsonb
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
    'care', case when 'care' = any (wanted) then (select coalesce(jsonb_agg(jsonb_build_object('careId', c.id, 'residentId', c.resident_id, 'kind', c.kind_sealed, 'basis', c.basis_sealed, 'contest', c.contest_sealed) order by c.set_at, c.id), '[]')
      from household_care c where c.committee_id = wanted_committee and c.household_id = wanted_household and c.ended_at is null and c.resident_id is not null) else '[]' end,
    'changes', app.sealed_changes(wanted_committee, wanted_household, wanted));
end
$$;

-- What lies sealed about oneself; nobody is asked why.
create function app.own_sealed(wanted_committee uuid, wanted_household uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'names', '[]'::jsonb,
    'people', (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'name', r.name, 'phone', r.phone_sealed, 'email', r.email_sealed)), '[]') from resident r
      where r.committee_id = wanted_committee and r.household_id = wanted_household and r.id = any (app.own_residents())),
    'care', (select coalesce(jsonb_agg(jsonb_build_object('careId', c.id, 'residentId', c.resident_id, 'kind', c.kind_sealed, 'basis', c.basis_sealed, 'contest', c.contest_sealed) order by c.set_at, c.id), '[]') from household_care c
      where c.committee_id = wanted_committee and c.household_id = wanted_household and c.resident_id = any (app.own_residents())),
    'changes', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'residentId', a.resident_id, 'field', a.field, 'old', a.old_sealed, 'new', a.new_sealed, 'byId', a.by_id,
        'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'state', a.state) order by a.at, a.id), '[]') from archive_change a
      where a.committee_id = wanted_committee and a.household_id = wanted_household and a.field in ('phone', 'email', 'note') and a.resident_id = any (app.own_residents())))
$$;

-- Whose number this is, for those who serve the committee whole; they know the number already.
create function app.find_phone(wanted_committee uuid, indexes text[]) returns table (resident_id uuid, household_id uuid, name text, label text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, h.id, r.name, h.label from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id
  where r.committee_id = wanted_committee and r.phone_index = any (indexes) and r.left_at is null and wanted_committee = any (app.committees()) order by h.seq, r.id limit 10
$$;

-- Whether somebody there is cared for, for the class that follows from a wish: those of the home may not read the care of one another.
create function app.is_cared(wanted_committee uuid, wanted_household uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from household_care where committee_id = wanted_committee and household_id = wanted_household and ended_at is null)
$$;

revoke all on function app.visited(), app.is_cared(uuid, uuid), app.serves_home(uuid, uuid, uuid), app.decides_home(uuid, uuid, uuid), app.may_open(uuid, uuid, uuid, text[]), app.guard_household(), app.guard_resident(), app.guard_care(),
  app.sealed_changes(uuid, uuid, text[]), app.open_household(uuid, uuid, uuid, text[], text, timestamptz), app.own_sealed(uuid, uuid), app.find_phone(uuid, text[]) from public;
grant execute on function app.visited(), app.is_cared(uuid, uuid),
  app.open_household(uuid, uuid, uuid, text[], text, timestamptz), app.own_sealed(uuid, uuid), app.find_phone(uuid, text[]) to zx_app;
