-- Asked before words leave for the platform's check: was this very command answered before? Then they are not looked at again.
create function app.was_answered(credential_kind text, credential text, wanted_key uuid, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from receipt where account_id = app.account_of(credential_kind, credential, at) and key = wanted_key and answer is not null)
$$;
revoke all on function app.was_answered(text, text, uuid, timestamptz) from public;
grant execute on function app.was_answered(text, text, uuid, timestamptz) to zx_app;
