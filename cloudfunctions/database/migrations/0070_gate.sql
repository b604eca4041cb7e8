-- The gate every request passes: how often, who, and whether this very command was done before.

-- Counts calls of a person and method within a minute. Losing it in a crash costs nothing, so it is not logged.
create unlogged table rate (
  person text not null,
  method text not null,
  minute timestamptz not null,
  calls int not null,
  primary key (person, method)
);

-- One command, one effect: the answer is kept with its key for 30 days.
create table receipt (
  account_id uuid not null references account on delete cascade,
  key uuid not null,
  method text not null,
  fingerprint text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (account_id, key)
);
create index receipt_age on receipt (at);

create function app.account_of(credential_kind text, credential text, at timestamptz) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select account_id from session
    where credential_kind = 'session' and token_hash = credential and revoked_at is null and expires_at > at
  union all
  select account_id from identity where credential_kind = 'weapp' and kind = 'weapp' and subject = credential
$$;

-- Seconds to wait, 0 to go on. Runs by itself before the transaction, so that a refused call counts too.
create function app.admit(credential_kind text, credential text, address text, wanted_method text, per_minute int, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  this_minute timestamptz := date_trunc('minute', at);
  caller text := coalesce(app.account_of(credential_kind, credential, at)::text, case when credential_kind = 'weapp' then 'openid:' || credential end);
  -- A visitor behind a shared address is one of many. A session nobody opened is a visitor too: inventing one buys nothing.
  most int := case when caller is null then per_minute * 20 else per_minute end;
  so_far int;
begin
  insert into rate as r (person, method, minute, calls)
    values (coalesce(caller, 'visitor:' || address), wanted_method, this_minute, 1)
  on conflict (person, method) do update
    set calls = case when r.minute = this_minute then r.calls + 1 else 1 end, minute = this_minute
  returning calls into so_far;
  return case when so_far > most then ceil(extract(epoch from this_minute + interval '1 minute' - at))::int else 0 end;
end
$$;

-- Makes the transaction that person's: sets what the policies read, and returns who it is. Posts and households are read
-- anew each time, so one who was suspended a minute ago is nobody now.
-- For a command it also claims the key: a second claim waits for the first and then finds its answer.
create function app.enter(credential_kind text, credential text, at timestamptz, newcomer uuid, wanted_key uuid, wanted_method text, wanted_fingerprint text)
returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.account_of(credential_kind, credential, at);
  person jsonb;
  done receipt;
begin
  if me is null and newcomer is not null and credential_kind = 'weapp' then
    -- First call of this openid. Two at once: one wins, the other finds it.
    insert into account (id, name, made_at) values (newcomer, '居民', at);
    insert into identity (kind, subject, account_id, made_at) values ('weapp', credential, newcomer, at) on conflict do nothing;
    me := app.account_of(credential_kind, credential, at);
    if me <> newcomer then delete from account where id = newcomer; end if;
  end if;
  if me is null then
    perform set_config('app.account', '', true), set_config('app.households', '', true), set_config('app.blocks', '', true), set_config('app.committees', '', true);
    return jsonb_build_object('person', null, 'receipt', null);
  end if;

  select jsonb_build_object(
    'accountId', a.id, 'name', a.name,
    'households', coalesce((
      select jsonb_agg(jsonb_build_object('committeeId', h.committee_id, 'householdId', h.id, 'blockId', h.block_id, 'label', h.label, 'name', r.name) order by h.committee_id, h.id)
      from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id where r.account_id = me), '[]'),
    'posts', coalesce((
      select jsonb_agg(jsonb_build_object('committeeId', p.committee_id, 'kind', p.kind, 'blockId', p.block_id) order by p.committee_id, p.id)
      from post p where p.account_id = me and p.since <= at and (p.until is null or p.until > at)), '[]'))
  into person from account a where a.id = me;

  perform
    set_config('app.account', me::text, true),
    set_config('app.households', coalesce((select array_agg((h ->> 'householdId')::uuid)::text from jsonb_array_elements(person -> 'households') h), ''), true),
    set_config('app.blocks', coalesce((select array_agg((p ->> 'blockId')::uuid)::text from jsonb_array_elements(person -> 'posts') p where p ->> 'blockId' is not null), ''), true),
    set_config('app.committees', coalesce((select array_agg((p ->> 'committeeId')::uuid)::text from jsonb_array_elements(person -> 'posts') p where p ->> 'kind' in ('director', 'secretary', 'officer')), ''), true);

  if wanted_key is not null then
    insert into receipt (account_id, key, method, fingerprint, at) values (me, wanted_key, wanted_method, wanted_fingerprint, at) on conflict do nothing;
    if not found then
      select * into done from receipt where account_id = me and key = wanted_key;
      return jsonb_build_object('person', person, 'receipt', jsonb_build_object(
        'same', done.method = wanted_method and done.fingerprint = wanted_fingerprint, 'answer', done.answer));
    end if;
  end if;
  return jsonb_build_object('person', person, 'receipt', null);
end
$$;

create function app.open_demonstration(wanted uuid, new_token_hash text, at timestamptz, until timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  -- The only door without proof of identity: it opens for invented people alone.
  if not exists (select from demonstration where account_id = wanted) then return false; end if;
  insert into session (token_hash, account_id, opened_at, expires_at) values (new_token_hash, wanted, at, until);
  return true;
end
$$;

create function app.close_session(old_token_hash text, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update session set revoked_at = at where token_hash = old_token_hash and revoked_at is null
$$;

revoke all on all functions in schema app from public;
grant execute on function app.account_id(), app.households(), app.blocks(), app.committees() to zx_app, zx_jobs;
grant execute on function
  app.find_household(uuid, uuid, text), app.next_demand_number(int), app.admit(text, text, text, text, int, timestamptz),
  app.enter(text, text, timestamptz, uuid, uuid, text, text), app.open_demonstration(uuid, text, timestamptz, timestamptz), app.close_session(text, timestamptz)
  to zx_app;
