-- What somebody answered to WeChat's question goes with the identity WeChat knows them by: closing an account takes it along.
create function app.forget_asking() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from notice_ask where account_id = old.account_id;
  return null;
end
$$;
revoke all on function app.forget_asking() from public;
create trigger forget_asking after delete on identity for each row when (old.kind = 'weapp') execute function app.forget_asking();
