-- Care of a child waits for a guardian's yes as well, unless a law is named.
create or replace function app.guard_refused() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  concerned resident;
begin
  select * into concerned from resident r where r.committee_id = new.committee_id and r.id = new.resident_id;
  if 'sensitive' = any (app.refused_layers(concerned.account_id)) or (app.is_child(concerned.birth_year) and not app.child_agreed(concerned.committee_id, concerned.household_id)) then
    raise insufficient_privilege using message = 'the person concerned has said no to this being kept, or no guardian has said yes';
  end if;
  return new;
end
$$;
