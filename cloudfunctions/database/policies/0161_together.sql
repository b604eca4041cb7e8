-- Who is joined to whom is written by these functions alone: no role has a right on lead_id or the counters.
grant execute on function
  app.hold_group(uuid, uuid), app.hold_lead(uuid, uuid, uuid, boolean), app.join_demand(uuid, uuid, uuid, timestamptz, jsonb, uuid), app.leave_lead(uuid, uuid), app.leave_followers(uuid, uuid),
  app.succeed_lead(uuid, uuid, timestamptz, jsonb, uuid), app.pass_on(uuid, uuid, text, timestamptz, text, text, uuid, text, text, uuid[], uuid, uuid[], uuid), app.shared_with(uuid, uuid), app.look_alikes(uuid),
  app.home_elsewhere(uuid, uuid, uuid), app.move_demand(uuid, uuid, uuid, timestamptz, text, jsonb, uuid)
  to zx_app;

-- What moved away is counted by those who serve the committee whole.
create policy served_whole on demand_moved for select to zx_app using (committee_id = any ((select app.committees())::uuid[]));
grant select on demand_moved to zx_app;
