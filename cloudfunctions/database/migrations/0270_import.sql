-- What the committee brings in from a table: buildings, households and who lives there. A batch can be taken back as long as nobody has touched what
-- it brought: so each row it made says which batch that was, and each value it changed is a row of archive_change with the batch's id.
create table household_import (
  committee_id uuid not null references committee,
  id uuid not null,
  by_id uuid not null references account,
  at timestamptz not null,
  file_name text not null check (length(file_name) between 1 and 80),
  lines int not null check (lines between 1 and 5000),
  -- How many lines of each kind were added, changed, the same, asked about, refused: {"person": {"lines": 3, "added": 1, …}, …}
  counts jsonb not null,
  undone_at timestamptz,
  undone_by uuid references account,
  -- What somebody had touched meanwhile and so stayed: [{"label": "12号楼 602室", "what": "person", "field": null}]
  kept jsonb,
  primary key (committee_id, id),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (kept is null))
);
select app.protect('household_import');
create index household_import_last on household_import (committee_id, at desc, id desc);

alter table building add column import_id uuid, add foreign key (committee_id, import_id) references household_import;
alter table household add column import_id uuid, add foreign key (committee_id, import_id) references household_import;
alter table resident add column import_id uuid, add foreign key (committee_id, import_id) references household_import;
alter table household_care add column import_id uuid, add column reviewed_at timestamptz, add foreign key (committee_id, import_id) references household_import;
alter table archive_change
  -- Of a number that an import wished for: so that the same table sent again asks nobody again.
  add column new_index text check (length(new_index) < 100),
  add foreign key (committee_id, import_id) references household_import;
create index building_import on building (committee_id, import_id) where import_id is not null;
create index household_of_import on household (committee_id, import_id) where import_id is not null;
create index resident_import on resident (committee_id, import_id) where import_id is not null;
create index household_care_import on household_care (committee_id, import_id) where import_id is not null;
create index archive_change_import on archive_change (committee_id, import_id) where import_id is not null;

create policy served_whole on household_import for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
create policy served_whole_new on household_import for insert to zx_app with check (
  by_id = (select app.account_id()) and undone_at is null and committee_id = any ((select app.committees())::uuid[]));
grant select, insert on household_import to zx_app;

create policy imported on building for insert to zx_app with check (import_id is not null and committee_id = any ((select app.committees())::uuid[]));
grant insert (committee_id, id, estate_id, block_id, seq, name, import_id) on building to zx_app;
-- The block of a household is the block of its building; a new one that is brought in wishes nothing, or that nobody comes.
create policy imported on household for insert to zx_app with check (
  import_id is not null and committee_id = any ((select app.committees())::uuid[])
  and exists (select from building b where b.committee_id = household.committee_id and b.id = household.building_id and b.block_id = household.block_id));
grant insert (committee_id, id, block_id, building_id, room, label, seq, tenure, no_home_visits, wish_at, import_id) on household to zx_app;
grant insert (import_id) on resident to zx_app;
grant insert (import_id), update (reviewed_at) on household_care to zx_app;

-- A table never opens a door: whoever declines visits takes that back in person. And where a number is erased, what it was found by goes with it.
create function app.guard_import() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.new_sealed is null then new.new_index := null; end if;
  if tg_op = 'INSERT' and new.source = 'import' and new.field = 'wish' and not coalesce((new.new ->> 'noHomeVisits')::boolean, false) then
    raise insufficient_privilege using message = 'an import never lets anybody to a door';
  end if;
  return new;
end
$$;
revoke all on function app.guard_import() from public;
create trigger guard_import before insert or update of new_sealed on archive_change for each row execute function app.guard_import();

-- Who lives behind these doors, with what a number is found by and whether somebody is cared for; for those who serve the committee whole.
create function app.import_people(wanted_committee uuid, wanted uuid[])
returns table (id uuid, household_id uuid, name text, relation text, birth_year int, roles text[], account_id uuid, left_at timestamptz, phone_index text, cared boolean, refused text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.household_id, r.name, r.relation, r.birth_year, r.roles, r.account_id, r.left_at, r.phone_index,
    exists (select from household_care k where k.committee_id = r.committee_id and k.household_id = r.household_id and k.resident_id = r.id and k.ended_at is null),
    case when r.account_id is null then '{}' else app.refused_layers(r.account_id) end
  from resident r where r.committee_id = wanted_committee and r.household_id = any (wanted) and wanted_committee = any (app.committees()) order by r.id
$$;

-- What imports wished for here that a person was to decide about, or has refused.
create function app.import_asked(wanted_committee uuid, wanted uuid[])
returns table (household_id uuid, resident_id uuid, field text, value jsonb, number_index text, against uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.household_id, c.resident_id, c.field, c.new, c.new_index, c.against from archive_change c
  where c.committee_id = wanted_committee and c.household_id = any (wanted) and c.source = 'import' and c.state in ('proposed', 'refused') and wanted_committee = any (app.committees())
$$;

-- Numbers that are about to be replaced, for the history; that they were read is written down like every opening.
create function app.open_replaced(wanted_committee uuid, wanted uuid[], openings uuid[], reason text, at timestamptz) returns table (id uuid, phone text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into opening (committee_id, id, household_id, resident_id, by_id, at, what, why)
    select r.committee_id, w.opening_id, r.household_id, r.id, app.account_id(), open_replaced.at, array['contact'], reason
    from unnest(wanted, openings) w (resident_id, opening_id) join resident r on r.committee_id = wanted_committee and r.id = w.resident_id
    where r.phone_sealed is not null and app.may_open(r.committee_id, r.block_id, r.household_id, array['contact']);
  return query select r.id, r.phone_sealed from resident r
    where r.committee_id = wanted_committee and r.id = any (wanted) and r.phone_sealed is not null and app.may_open(r.committee_id, r.block_id, r.household_id, array['contact']);
end
$$;

-- Which of these rows something else hangs on, whatever tables there will be.
create function app.hung_on(target regclass, wanted_committee uuid, wanted uuid[], besides text[]) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  hung uuid[] := '{}';
  found_now uuid[];
  referring record;
begin
  for referring in
    select con.conrelid::regclass as name, a.attname as own from pg_constraint con
      cross join lateral unnest(con.conkey, con.confkey) k (own, theirs)
      join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.own join pg_attribute t on t.attrelid = con.confrelid and t.attnum = k.theirs
    where con.contype = 'f' and con.confrelid = target and t.attname = 'id' and con.conrelid::regclass::text <> all (besides) loop
    execute format('select coalesce(array_agg(distinct %1$I), ''{}'') from %2$s where committee_id = $1 and %1$I = any ($2)', referring.own, referring.name) into found_now using wanted_committee, wanted;
    hung := hung || found_now;
  end loop;
  return hung;
end
$$;

-- Takes a batch back: what nobody has touched goes, what was changed since stays and is named. Numbers it replaced come out sealed, with the version they
-- belong to: whoever calls seals them anew for their place. Null where there is no such batch for this person, or it was taken back already.
create function app.undo_import(wanted_committee uuid, wanted uuid, at timestamptz, reason text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.account_id();
  batch household_import;
  homes uuid[];
  own uuid[];
  people uuid[];
  cares uuid[];
  touched_people uuid[];
  touched_homes uuid[];
  touched_cares uuid[];
  gone_people uuid[];
  undone uuid[];
  stays uuid[];
  left_over jsonb;
  numbers jsonb;
begin
  select * into batch from household_import i where i.committee_id = wanted_committee and i.id = wanted and (i.by_id = me and i.committee_id = any (app.committees()) or i.committee_id = any (app.directed())) for update;
  if batch.id is null or batch.undone_at is not null then return null; end if;

  -- Nobody changes these, nor hangs anything on them, until it is through. One's own household one does not serve.
  select coalesce(array_agg(held.id), '{}') into homes from (
    select h.id from household h where h.committee_id = wanted_committee and (h.import_id = wanted
      or h.id in (select c.household_id from archive_change c where c.committee_id = wanted_committee and c.import_id = wanted)
      or h.id in (select k.household_id from household_care k where k.committee_id = wanted_committee and k.import_id = wanted)) order by h.id for update) held;
  own := array(select unnest(homes) intersect select unnest(app.households()));
  homes := array(select unnest(homes) except select unnest(own));

  select coalesce(array_agg(k.id), '{}'), coalesce(array_agg(k.id) filter (where k.ended_at is not null or k.contested_at is not null or k.reviewed_at is not null), '{}')
    into cares, touched_cares from household_care k where k.committee_id = wanted_committee and k.import_id = wanted and k.household_id = any (homes);
  select coalesce(array_agg(r.id), '{}') into people from resident r where r.committee_id = wanted_committee and r.import_id = wanted and r.household_id = any (homes);
  touched_people := app.hung_on('resident', wanted_committee, people, array['household_care']) || array(
    select r.id from resident r where r.committee_id = wanted_committee and r.id = any (people) and (r.account_id is not null or r.left_at is not null
      or exists (select from archive_change c where c.committee_id = r.committee_id and c.household_id = r.household_id and c.resident_id = r.id and (c.import_id is distinct from wanted or c.decided_by is distinct from c.by_id))
      or exists (select from household_care k where k.committee_id = r.committee_id and k.household_id = r.household_id and k.resident_id = r.id and (k.import_id is distinct from wanted or k.id = any (touched_cares)))));
  touched_homes := app.hung_on('household', wanted_committee, homes, array['resident', 'archive_change', 'household_care', 'class_decision']) || array(
    select h.id from household h where h.committee_id = wanted_committee and h.id = any (homes) and (h.version > 1 or not h.live
      or exists (select from resident r where r.committee_id = h.committee_id and r.household_id = h.id and (r.import_id is distinct from wanted or r.id = any (touched_people)))
      or exists (select from archive_change c where c.committee_id = h.committee_id and c.household_id = h.id and (c.import_id is distinct from wanted or c.decided_by is distinct from c.by_id))
      or exists (select from household_care k where k.committee_id = h.committee_id and k.household_id = h.id and (k.import_id is distinct from wanted or k.id = any (touched_cares)))));

  -- What a person was still to decide about is asked no more.
  update archive_change c set state = 'refused', decided_by = me, decided_at = undo_import.at, why = reason
    where c.committee_id = wanted_committee and c.import_id = wanted and c.state = 'proposed' and c.household_id = any (homes);

  delete from household h where h.committee_id = wanted_committee and h.id = any (homes) and h.import_id = wanted and h.id <> all (touched_homes);
  -- A building with a household, or anything else, stays.
  delete from building b where b.committee_id = wanted_committee and b.import_id = wanted
    and b.id <> all (app.hung_on('building', wanted_committee, array(select i.id from building i where i.committee_id = wanted_committee and i.import_id = wanted), '{}'));

  -- Of the households that stay: care, people, values. Each becomes a version of its own.
  delete from household_care k where k.committee_id = wanted_committee and k.id = any (cares) and k.id <> all (touched_cares) and k.resident_id <> all (touched_people);
  with gone as (
    delete from resident r where r.committee_id = wanted_committee and r.id = any (people) and r.id <> all (touched_people) returning r.id, r.household_id, r.block_id, r.name, r.relation, r.birth_year),
  written as (
    insert into archive_change (committee_id, id, household_id, block_id, field, old, new, version, source, import_id, by_id, at, state, decided_by, decided_at)
      select wanted_committee, gen_random_uuid(), g.household_id, g.block_id, 'member', jsonb_build_object('name', g.name, 'relation', g.relation, 'birthYear', g.birth_year), null, h.version + 1, 'import', wanted, me, undo_import.at, 'applied', me, undo_import.at
      from gone g join household h on h.committee_id = wanted_committee and h.id = g.household_id)
  select coalesce(array_agg(g.id), '{}') into gone_people from gone g;
  -- Numbers and the rest of who is gone do not stay behind in the history.
  update archive_change c set old = null, new = null, old_sealed = null, new_sealed = null, new_index = null
    where c.committee_id = wanted_committee and c.import_id = wanted and c.resident_id = any (gone_people) and c.household_id = any (homes);

  -- A later word stands, whoever said it; a wish is the household's own and stays as well.
  select coalesce(array_agg(u.id) filter (where not u.later), '{}'), coalesce(array_agg(u.id) filter (where u.later), '{}') into undone, stays from (
    select c.id, c.field = 'wish' or exists (select from archive_change l where l.committee_id = c.committee_id and l.household_id = c.household_id and l.resident_id is not distinct from c.resident_id and l.field = c.field
      and l.state = 'applied' and l.version > c.version) as later
    from archive_change c join household h on h.committee_id = c.committee_id and h.id = c.household_id left join resident r on r.committee_id = c.committee_id and r.id = c.resident_id
    where c.committee_id = wanted_committee and c.import_id = wanted and c.at = batch.at and c.state = 'applied' and c.decided_by = c.by_id and c.household_id = any (homes)
      and case when c.resident_id is null then c.field = 'wish' or (c.field = 'tenure' and h.import_id is distinct from wanted) else r.import_id is distinct from wanted and r.id is not null end) u;
  update household h set tenure = c.old #>> '{}' from archive_change c where c.committee_id = wanted_committee and c.id = any (undone) and c.field = 'tenure' and h.committee_id = wanted_committee and h.id = c.household_id;
  update resident r set relation = c.old #>> '{}' from archive_change c where c.committee_id = wanted_committee and c.id = any (undone) and c.field = 'relation' and r.committee_id = wanted_committee and r.id = c.resident_id;
  update resident r set birth_year = (c.old #>> '{}')::int from archive_change c where c.committee_id = wanted_committee and c.id = any (undone) and c.field = 'birthYear' and r.committee_id = wanted_committee and r.id = c.resident_id;
  update resident r set roles = array(select jsonb_array_elements_text(c.old)) from archive_change c where c.committee_id = wanted_committee and c.id = any (undone) and c.field = 'roles' and r.committee_id = wanted_committee and r.id = c.resident_id;
  update resident r set version = h.version + 1 from archive_change c join household h on h.committee_id = c.committee_id and h.id = c.household_id
    where c.committee_id = wanted_committee and c.id = any (undone) and r.committee_id = wanted_committee and r.id = c.resident_id;
  insert into archive_change (committee_id, id, household_id, block_id, resident_id, field, old, new, version, source, import_id, by_id, at, state, decided_by, decided_at)
    select c.committee_id, gen_random_uuid(), c.household_id, c.block_id, c.resident_id, c.field, c.new, c.old, h.version + 1, 'import', wanted, me, undo_import.at, 'applied', me, undo_import.at
    from archive_change c join household h on h.committee_id = c.committee_id and h.id = c.household_id where c.committee_id = wanted_committee and c.id = any (undone) and c.field in ('tenure', 'relation', 'birthYear', 'roles');
  insert into opening (committee_id, id, household_id, resident_id, by_id, at, what, why)
    select c.committee_id, gen_random_uuid(), c.household_id, c.resident_id, me, undo_import.at, array['contact'], reason from archive_change c where c.committee_id = wanted_committee and c.id = any (undone) and c.field = 'phone' and c.old_sealed is not null;
  select coalesce(jsonb_agg(jsonb_build_object('changeId', c.id, 'householdId', c.household_id, 'blockId', c.block_id, 'residentId', c.resident_id, 'version', h.version + 1, 'old', c.old_sealed, 'new', c.new_sealed)), '[]')
    into numbers from archive_change c join household h on h.committee_id = c.committee_id and h.id = c.household_id where c.committee_id = wanted_committee and c.id = any (undone) and c.field = 'phone';
  -- What a door was closed for is not opened again by taking a table back; that is asked there.
  insert into class_decision (committee_id, id, household_id, block_id, at, class, no_home_visits, cared, why, source, by_id)
    select h.committee_id, gen_random_uuid(), h.id, h.block_id, undo_import.at, case when h.no_home_visits then 'A' else 'B' end, h.no_home_visits, false, 'import', 'import', me
    from household h where h.committee_id = wanted_committee and h.id = any (homes)
      and exists (select from class_decision d where d.committee_id = h.committee_id and d.household_id = h.id and d.at = batch.at and d.source = 'import' and d.cared)
      and not exists (select from household_care k where k.committee_id = h.committee_id and k.household_id = h.id and k.ended_at is null);
  update household h set version = h.version + 1 where h.committee_id = wanted_committee and h.id = any (homes)
    and exists (select from archive_change c where c.committee_id = h.committee_id and c.household_id = h.id and c.import_id = wanted and c.version = h.version + 1
      union all select from archive_change c where c.committee_id = wanted_committee and c.id = any (undone) and c.household_id = h.id);

  select coalesce(jsonb_agg(jsonb_build_object('label', k.label, 'what', k.what, 'field', k.field) order by k.label, k.what), '[]') into left_over from (
    select b.name as label, 'building' as what, null as field from building b where b.committee_id = wanted_committee and b.import_id = wanted
    union all select h.label, 'household', null from household h where h.committee_id = wanted_committee and h.import_id = wanted
    union all select h.label, 'person', null from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id where r.committee_id = wanted_committee and r.import_id = wanted
    union all select h.label, 'care', null from household_care k join household h on h.committee_id = k.committee_id and h.id = k.household_id where k.committee_id = wanted_committee and k.import_id = wanted
    union all select h.label, case c.field when 'wish' then 'wish' else 'value' end, c.field from archive_change c join household h on h.committee_id = c.committee_id and h.id = c.household_id where c.committee_id = wanted_committee and c.id = any (stays)
    union all select distinct h.label, 'own', null from household h where h.committee_id = wanted_committee and h.id = any (own)) k;
  update household_import i set undone_at = undo_import.at, undone_by = me, kept = left_over where i.committee_id = wanted_committee and i.id = wanted;
  return jsonb_build_object('kept', left_over, 'numbers', numbers);
end
$$;

revoke all on function app.import_people(uuid, uuid[]), app.import_asked(uuid, uuid[]), app.open_replaced(uuid, uuid[], uuid[], text, timestamptz),
  app.hung_on(regclass, uuid, uuid[], text[]), app.undo_import(uuid, uuid, timestamptz, text) from public;
grant execute on function app.import_people(uuid, uuid[]), app.import_asked(uuid, uuid[]), app.open_replaced(uuid, uuid[], uuid[], text, timestamptz), app.undo_import(uuid, uuid, timestamptz, text) to zx_app;
