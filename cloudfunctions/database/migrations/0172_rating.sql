-- What a resident said of one closure. Never counted by person: `rated_id` only keeps the words from the one they speak of.
create table rating_reason (
  slug text primary key check (slug ~ '^[a-z][A-Za-z]{1,29}$'),
  seq smallint not null unique,
  word text not null check (length(word) between 1 and 12),
  -- Offered beside the values from `least` to `most`.
  least smallint not null check (least between 1 and 5),
  most smallint not null check (most between least and 5)
);
select app.protect('rating_reason');
insert into rating_reason (slug, seq, word, least, most) values
  ('fast', 1, '答复快', 4, 5), ('clear', 2, '说得清楚', 4, 5), ('kind', 3, '态度好', 4, 5), ('toTheEnd', 4, '一直跟到底', 4, 5),
  ('slow', 5, '等得太久', 1, 3), ('unclear', 6, '没说清楚', 1, 3), ('passedOn', 7, '推来推去', 1, 3), ('notReally', 8, '没真正解决', 1, 3),
  ('badTime', 9, '联系的时间不对', 1, 3), ('unkind', 10, '态度不好', 1, 2);

create table demand_rating (
  committee_id uuid not null,
  demand_id uuid not null,
  -- How often it had been reopened by then: one rating a closure.
  closure smallint not null,
  by_id uuid not null references account on delete cascade,
  rated_id uuid not null,
  value smallint not null check (value between 1 and 5),
  solved boolean,
  -- In words, as they were offered.
  reasons text[] not null check (cardinality(reasons) <= 5),
  words text check (length(words) between 1 and 500),
  at timestamptz not null,
  primary key (committee_id, demand_id, closure),
  foreign key (committee_id, demand_id) references demand on delete cascade,
  foreign key (committee_id, rated_id) references staff (committee_id, account_id)
);
select app.protect('demand_rating');
create index demand_rating_newest on demand_rating (committee_id, at desc, demand_id, closure) include (value, by_id, rated_id);

alter table demand
  -- The closure that was rated last.
  add column rated smallint,
  -- Who had it when its filer was very dissatisfied, and does not contact them any more.
  add column kept_from uuid,
  add foreign key (committee_id, kept_from) references staff (committee_id, account_id);
create index demand_kept_from on demand (committee_id, filed_by) include (kept_from, closed_at) where kept_from is not null;

-- Only the one who filed it says so; one who serves can not take it back.
create function app.keep_kept_from() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'zx_app' and new.filed_by is distinct from app.account_id() then
    raise insufficient_privilege using message = 'only its filer says from whom a demand is kept';
  end if;
  return new;
end
$$;
revoke all on function app.keep_kept_from() from public;
create trigger keep_kept_from before update of kept_from on demand
  for each row when (old.kept_from is distinct from new.kept_from) execute function app.keep_kept_from();
