-- Demands change hands by leave, posts and blocks. The rule is demand/rules/moves.ts; what is here is done for somebody who could not do
-- it as themselves (afterwards they may not even see it), so each door looks for itself whether there is a reason.

-- Closed to everybody: called by the doors below alone. A demand that was taken, settled or filed by the next owner meanwhile stays.
create function app.move_demands(wanted_committee uuid, at timestamptz, moves jsonb) returns int
language sql volatile security definer set search_path = public, pg_temp as $$
  with wanted as (
    select * from jsonb_to_recordset(moves) as m (demand uuid, old uuid, new uuid, lent uuid, entry uuid, reason text)
  ), moved as (
    update demand d set owner_id = w.new, lent_from = w.lent, offered_to = nullif(d.offered_to, w.new), offered_at = case when d.offered_to = w.new then null else d.offered_at end,
      watch_at = at, last_at = at, last_by = null
    from wanted w
    where d.committee_id = wanted_committee and d.id = w.demand and d.owner_id = w.old and not d.resting and d.filed_by is distinct from w.new
      and exists (select from post p where p.committee_id = wanted_committee and p.account_id = w.new and p.until is null)
    returning d.id, d.status, w.new, w.entry, w.reason
  ), told as (
    insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, to_id)
    select wanted_committee, entry, id, at, null, 'standIn', status, status, reason, new from moved
  )
  select count(*)::int from moved
$$;

-- Who may move by a leave: the person, those who serve whole, and the timer.
create function app.own_leave(wanted_committee uuid, wanted_leave uuid) returns leave
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  l leave;
begin
  select * into l from leave where committee_id = wanted_committee and id = wanted_leave for update;
  if l.id is null or (current_setting('role') <> 'zx_jobs' and l.account_id is distinct from app.account_id() and not wanted_committee = any (app.committees())) then
    raise exception 'not one''s own leave' using errcode = 'insufficient_privilege';
  end if;
  return l;
end
$$;

-- (kept_from comes with 0172.) What stand-ins have of somebody whose leave this is, held: the person themselves may not see all of it while it is lent. Nothing for a leave one may not touch.
create function app.lent_demands(wanted_committee uuid, wanted_leave uuid)
returns table (id uuid, title text, "ownerId" uuid, "lentFrom" uuid, "blockId" uuid, "filedBy" uuid, "keptFrom" uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query select d.id, d.title, d.owner_id, d.lent_from, d.block_id, d.filed_by, d.kept_from from demand d, leave l
    where l.committee_id = wanted_committee and l.id = wanted_leave and d.committee_id = wanted_committee and d.lent_from = l.account_id and not d.resting
      and (current_setting('role') = 'zx_jobs' or l.account_id = app.account_id() or wanted_committee = any (app.committees()))
    order by d.id for update of d;
end
$$;

-- Begins leave (also for what reached the person all the same, a moment late) or ends it. For the person, for those who serve whole, and for the timer.
create function app.leave_moves(wanted_committee uuid, wanted_leave uuid, at timestamptz, moves jsonb, back boolean) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  l leave;
  n int;
begin
  l := app.own_leave(wanted_committee, wanted_leave);
  if back then
    if l.until > at or exists (select from jsonb_array_elements(moves) m where (m ->> 'new')::uuid <> l.account_id or not exists (
        select from demand d where d.committee_id = wanted_committee and d.id = (m ->> 'demand')::uuid and d.lent_from = l.account_id)) then
      raise exception 'nothing comes back from this leave' using errcode = 'insufficient_privilege';
    end if;
    n := app.move_demands(wanted_committee, at, moves);
    update leave set ended_at = at, begun_at = coalesce(begun_at, since), moved_back = moved_back + n where committee_id = wanted_committee and id = wanted_leave;
    update demand set lent_from = null where committee_id = wanted_committee and lent_from = l.account_id;
  else
    if at < l.since or at >= l.until or exists (select from jsonb_array_elements(moves) m where (m ->> 'old')::uuid <> l.account_id) then
      raise exception 'this leave is not running' using errcode = 'insufficient_privilege';
    end if;
    n := app.move_demands(wanted_committee, at, moves);
    update leave set begun_at = coalesce(begun_at, at), moved_out = moved_out + n where committee_id = wanted_committee and id = wanted_leave;
  end if;
  return n;
end
$$;

-- What is true of a committee at any time: each open demand is with somebody who holds a post, and nothing hangs on a block that is closed.
-- Says how many open demands there are, so that before and after can be compared.
create function app.owned_demands(wanted_committee uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not wanted_committee = any (app.directed()) then raise exception 'not one''s own committee' using errcode = 'insufficient_privilege'; end if;
  if exists (select from demand d where d.committee_id = wanted_committee and not d.resting
      and not exists (select from post p where p.committee_id = d.committee_id and p.account_id = d.owner_id and p.until is null)) then
    raise exception 'an open demand would be without an owner';
  end if;
  if exists (select from block b where b.committee_id = wanted_committee and b.closed_at is not null and (
      exists (select from building g where g.committee_id = b.committee_id and g.block_id = b.id)
      or exists (select from household h where h.committee_id = b.committee_id and h.block_id = b.id)
      or exists (select from join_request j where j.committee_id = b.committee_id and j.block_id = b.id and j.state = 'waiting')
      or exists (select from demand d where d.committee_id = b.committee_id and d.block_id = b.id and not d.resting)
      or exists (select from post p where p.committee_id = b.committee_id and p.block_id = b.id and p.until is null))) then
    raise exception 'something would hang on a closed block';
  end if;
  return (select count(*)::int from demand where committee_id = wanted_committee and not resting);
end
$$;

-- A change of posts has moved demands; what is lent by it is counted with the leave of whom it is lent from.
create function app.post_moves(wanted_committee uuid, at timestamptz, moves jsonb) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  if not wanted_committee = any (app.directed()) then raise exception 'not one''s own committee' using errcode = 'insufficient_privilege'; end if;
  n := app.move_demands(wanted_committee, at, moves);
  update leave l set moved_out = l.moved_out + m.n
  from (select (m ->> 'lent')::uuid as account_id, count(*) as n from jsonb_array_elements(moves) m where m ->> 'lent' is not null group by 1) m
  where l.committee_id = wanted_committee and l.account_id = m.account_id and l.since <= at and at < l.until;
  return n;
end
$$;

-- What is with somebody without any post goes on to one who has one. For the timer.
create function app.ownerless_moves(wanted_committee uuid, at timestamptz, moves jsonb) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if exists (select from jsonb_array_elements(moves) m join post p on p.committee_id = wanted_committee and p.account_id = (m ->> 'old')::uuid and p.until is null) then
    raise exception 'somebody has it' using errcode = 'insufficient_privilege';
  end if;
  return app.move_demands(wanted_committee, at, moves);
end
$$;

-- Buildings change their block with all that hangs on them: households, residents (by their foreign key), requests that wait, open demands.
create function app.move_buildings(wanted_committee uuid, wanted_buildings uuid[], new_block uuid) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  update building set block_id = new_block where committee_id = wanted_committee and id = any (wanted_buildings);
  update household set block_id = new_block where committee_id = wanted_committee and building_id = any (wanted_buildings);
  get diagnostics n = row_count;
  update join_request j set block_id = new_block from household h
    where j.committee_id = wanted_committee and j.state = 'waiting' and h.committee_id = j.committee_id and h.id = j.household_id and h.building_id = any (wanted_buildings);
  update demand d set block_id = new_block from household h
    where d.committee_id = wanted_committee and not d.resting and d.block_id is not null and h.committee_id = d.committee_id and h.id = d.household_id and h.building_id = any (wanted_buildings);
  return n;
end
$$;

create function app.split_block(wanted_committee uuid, old_block uuid, wanted_buildings uuid[], new_block uuid, new_leader uuid, new_post uuid, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  next_seq int;
  n int;
begin
  if not wanted_committee = any (app.directed()) then raise exception 'not one''s own committee' using errcode = 'insufficient_privilege'; end if;
  -- One change of blocks at a time, so that two get two numbers.
  perform from block where committee_id = wanted_committee order by seq for update;
  if exists (select from unnest(wanted_buildings) b where not exists (select from building g where g.committee_id = wanted_committee and g.id = b and g.block_id = old_block)) then
    raise exception 'not a building of this block';
  end if;
  select max(seq) + 1 into next_seq from block where committee_id = wanted_committee;
  insert into block (committee_id, id, seq, name) values (wanted_committee, new_block, next_seq, next_seq || '块');
  insert into post (committee_id, id, account_id, kind, block_id, since) values (wanted_committee, new_post, new_leader, 'leader', new_block, at);
  n := app.move_buildings(wanted_committee, wanted_buildings, new_block);
  return jsonb_build_object('name', next_seq || '块', 'households', n);
end
$$;

create function app.merge_blocks(wanted_committee uuid, old_block uuid, into_block uuid, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  if not wanted_committee = any (app.directed()) then raise exception 'not one''s own committee' using errcode = 'insufficient_privilege'; end if;
  perform from block where committee_id = wanted_committee order by seq for update;
  if (select count(*) from block where committee_id = wanted_committee and id in (old_block, into_block) and closed_at is null) <> 2 then
    raise exception 'not two open blocks';
  end if;
  n := app.move_buildings(wanted_committee, array(select id from building where committee_id = wanted_committee and block_id = old_block), into_block);
  -- Placed there by hand, with no household of the block.
  update demand set block_id = into_block where committee_id = wanted_committee and block_id = old_block and not resting;
  update post set until = at where committee_id = wanted_committee and block_id = old_block and until is null;
  update block set closed_at = at where committee_id = wanted_committee and id = old_block;
  return n;
end
$$;

-- The calendar has changed, and with it the deadlines named; the rule is dueOf of demand/rules/deadline.ts.
create function app.due_moves(wanted_committee uuid, at timestamptz, moves jsonb) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  if not wanted_committee = any (app.directed()) then raise exception 'not one''s own committee' using errcode = 'insufficient_privilege'; end if;
  with wanted as (
    select * from jsonb_to_recordset(moves) as m (demand uuid, old_due timestamptz, new_due timestamptz, contact timestamptz, provisional boolean, entry uuid, reason text)
  ), moved as (
    update demand d set due_at = w.new_due, contact_due_at = w.contact, provisional = w.provisional
    from wanted w where d.committee_id = wanted_committee and d.id = w.demand and not d.resting and d.due_at = w.old_due
    returning d.id, d.status, w.old_due, w.new_due, w.entry, w.reason
  ), told as (
    insert into demand_entry (committee_id, id, demand_id, at, by_id, step, from_status, status, text, old_due, new_due)
    select wanted_committee, entry, id, at, null, 'due', status, status, reason, old_due, new_due from moved where old_due <> new_due
  )
  select count(*)::int into n from moved;
  -- The ladder counts working time too.
  update demand set watch_at = at where committee_id = wanted_committee and not resting;
  return n;
end
$$;

revoke all on function app.move_demands(uuid, timestamptz, jsonb), app.move_buildings(uuid, uuid[], uuid), app.leave_moves(uuid, uuid, timestamptz, jsonb, boolean),
  app.own_leave(uuid, uuid), app.lent_demands(uuid, uuid), app.owned_demands(uuid), app.post_moves(uuid, timestamptz, jsonb), app.split_block(uuid, uuid, uuid[], uuid, uuid, uuid, timestamptz),
  app.merge_blocks(uuid, uuid, uuid, timestamptz), app.due_moves(uuid, timestamptz, jsonb), app.ownerless_moves(uuid, timestamptz, jsonb) from public;
grant execute on function app.leave_moves(uuid, uuid, timestamptz, jsonb, boolean), app.lent_demands(uuid, uuid) to zx_app, zx_jobs;
grant execute on function app.ownerless_moves(uuid, timestamptz, jsonb) to zx_jobs;
grant execute on function app.owned_demands(uuid), app.post_moves(uuid, timestamptz, jsonb), app.split_block(uuid, uuid, uuid[], uuid, uuid, uuid, timestamptz),
  app.merge_blocks(uuid, uuid, uuid, timestamptz), app.due_moves(uuid, timestamptz, jsonb) to zx_app;

-- The timer begins and ends leave. It reads of an open demand whose it is, and no word of it.
create policy timer_finds on demand for select to zx_jobs using (not resting);
create policy timer_holds on demand for update to zx_jobs using (not resting) with check (true);
grant select (block_id, lent_from, resting, working) on demand to zx_jobs;
create policy timer_holds on leave for update to zx_jobs using (ended_at is null) with check (true);
grant update (ended_at) on leave to zx_jobs;

-- Director and secretary set the ladder.
create policy directed_new on ladder_rung for insert to zx_app with check (committee_id = any ((select app.directed())::uuid[]));
create policy directed_end on ladder_rung for delete to zx_app using (committee_id = any ((select app.directed())::uuid[]));
grant insert, delete on ladder_rung to zx_app;
