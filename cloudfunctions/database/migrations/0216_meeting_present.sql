-- Who comes after the opening is added while the meeting sits, and who was put down by mistake taken away; the minutes say who came when.
alter table meeting
  -- Account → moment, of those who came later; all of them stand in `present`.
  add column came_later jsonb not null default '{}' check (jsonb_typeof(came_later) = 'object');
create policy directed_present on meeting for update to zx_app
  using (state = 'open' and committee_id = any ((select app.directed())::uuid[])) with check (state = 'open' and committee_id = any ((select app.directed())::uuid[]));
grant update (present, came_later) on meeting to zx_app;
