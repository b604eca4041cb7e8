-- The name of an item in the open data (decision 091): a UUID of version 3 in form, made of committee and slug, so that it never changes.
alter table service_item add column open_id uuid not null
  generated always as (overlay(overlay(md5(committee_id::text || '/' || slug) placing '3' from 13) placing '8' from 17)::uuid) stored;
create unique index service_item_open on service_item (open_id);
