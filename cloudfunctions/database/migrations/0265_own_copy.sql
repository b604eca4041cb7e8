-- What one's own copy holds besides what row security lets a person read: by what they are known again (never the ids and tokens themselves), and why
-- care of theirs ended.
create function app.own_sign_ins() returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'signIns', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'since', app.instant(made_at)) order by made_at, kind), '[]') from identity where account_id = app.account_id()),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('openedAt', app.instant(opened_at), 'expiresAt', app.instant(expires_at)) order by opened_at), '[]') from session where account_id = app.account_id() and revoked_at is null))
$$;
revoke all on function app.own_sign_ins() from public;
grant execute on function app.own_sign_ins() to zx_app;

create or replace function app.own_sealed(wanted_committee uuid, wanted_household uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'names', '[]'::jsonb,
    'people', (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'name', r.name, 'phone', r.phone_sealed, 'email', r.email_sealed)), '[]') from resident r
      where r.committee_id = wanted_committee and r.household_id = wanted_household and r.id = any (app.own_residents())),
    'care', (select coalesce(jsonb_agg(jsonb_build_object('careId', c.id, 'residentId', c.resident_id, 'kind', c.kind_sealed, 'basis', c.basis_sealed, 'contest', c.contest_sealed, 'endedWhy', c.ended_why_sealed) order by c.set_at, c.id), '[]') from household_care c
      where c.committee_id = wanted_committee and c.household_id = wanted_household and c.resident_id = any (app.own_residents())),
    'changes', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'residentId', a.resident_id, 'field', a.field, 'old', a.old_sealed, 'new', a.new_sealed, 'byId', a.by_id,
        'at', app.instant(a.at), 'state', a.state) order by a.at, a.id), '[]') from archive_change a
      where a.committee_id = wanted_committee and a.household_id = wanted_household and a.field in ('phone', 'email', 'note') and a.resident_id = any (app.own_residents())))
$$;
