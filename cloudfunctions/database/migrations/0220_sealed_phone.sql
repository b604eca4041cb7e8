-- The number of who has no account lies sealed (decision 022). A migration can not seal: `npm run db -- reseal` moves what is plain, and
-- `migrate` and `npm start` run it after new migrations. Nobody writes a plain number any more.
alter table demand
  add column filer_phone_sealed text check (filer_phone_sealed ~ '^[a-z0-9]+(-sm4)?[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+$'),
  add check (filer_phone is null or filer_phone_sealed is null);
revoke insert (filer_phone) on demand from zx_app;
-- Sealed anew when the demand moves to another committee, whose key is another.
grant insert (filer_phone_sealed), update (filer_phone_sealed) on demand to zx_app;
