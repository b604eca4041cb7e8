-- As in 0239, and past visits go with their household; whether somebody may come is asked of those that are still to be.
create or replace function app.guard_door() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  declines boolean;
  consent visit_consent;
  reason text;
begin
  if tg_op = 'UPDATE' and new.state <> old.state and old.state <> 'booked' and (old.state, new.state) not in (('held', 'summarised'), ('held', 'confirmed'), ('summarised', 'confirmed')) then
    raise exception 'a visit at the door does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (new.mode, new.state, new.household_id, new.starts_at, new.ends_at, new.who, new.consent_id)
    is not distinct from (old.mode, old.state, old.household_id, old.starts_at, old.ends_at, old.who, old.consent_id) then return new; end if;
  -- What is past goes with its household when two become one (0260); no request may change whose a visit is.
  if tg_op = 'UPDATE' and new.state = old.state and old.state <> 'booked' and new.household_id <> old.household_id then return new; end if;
  -- Calling it off, and that nobody was there, needs nobody's consent.
  if new.state in ('cancelled', 'missed') and tg_op = 'UPDATE' then return new; end if;
  -- Whoever does not serve the door sends nobody there, and leaves no record in their neighbours' history either.
  if tg_op = 'INSERT' and app.account_id() is not null and not (new.block_id = any (app.blocks()) or new.committee_id = any (app.committees())) then
    raise insufficient_privilege using message = 'only those who serve a household send somebody to its door';
  end if;
  -- Held until the end: a wish that is being changed at this moment comes first or waits.
  select no_home_visits into declines from household where committee_id = new.committee_id and id = new.household_id for share;
  if not coalesce(declines, true) then return new; end if;
  select * into consent from visit_consent where committee_id = new.committee_id and id = new.consent_id and household_id = new.household_id for update;
  reason := case
    when consent.id is null then 'none'
    when consent.state <> 'given' or consent.who is distinct from new.who or consent.purpose <> new.purpose then 'other'
    when consent.used_by is not null and consent.used_by <> new.id then 'used'
    when new.starts_at < consent.from_at or new.ends_at > consent.until_at or new.starts_at is null or new.last_at >= consent.until_at then 'over'
    -- Going is not planning: it happens within the span.
    when new.state <> 'booked' and new.last_at < consent.from_at then 'over' end;
  if reason is null then
    update visit_consent set used_at = new.last_at, used_by = new.id where committee_id = consent.committee_id and id = consent.id and used_by is null;
    return new;
  end if;
  insert into visit_attempt (committee_id, id, household_id, block_id, at, by_id, who, purpose, starts_at, ends_at, why)
    select new.committee_id, gen_random_uuid(), h.id, h.block_id, new.last_at, coalesce(app.account_id(), new.asked_by), new.who, new.purpose, new.starts_at, new.ends_at, reason
    from household h where h.committee_id = new.committee_id and h.id = new.household_id;
  return null;
end
$$;
