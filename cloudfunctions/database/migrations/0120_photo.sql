-- A photo comes in pieces, which rest here, within the transaction that counts them, until the timer has drawn it anew: the bytes as the phone
-- sent them, with whatever they say of place and time, never reach the file store (docs/decisions/012).
create table photo (
  committee_id uuid not null references committee,
  id uuid not null,
  by_id uuid not null references account,
  demand_id uuid,
  -- With which words of the thread; null for those of the demand itself.
  entry_id uuid,
  seq smallint not null default 0 check (seq between 0 and 8),
  bytes int not null check (bytes between 1 and 4194304),
  sha256 text not null check (length(sha256) = 64),
  received int not null default 0,
  fault text check (fault in ('damaged', 'unreadable', 'lost', 'unfit', 'refused')),
  -- Where the file store keeps the two pictures made of it.
  full_ref text,
  thumb_ref text,
  -- What the platform's check says: asked, then pass, review (a person has to look) or risky. Only the timer writes it.
  platform text check (platform in ('asked', 'pass', 'review', 'risky')),
  trace text,
  -- What one who serves says; never about one's own.
  verdict text check (verdict in ('released', 'refused')),
  verdict_by uuid references account,
  verdict_at timestamptz,
  state text not null generated always as (case
    when fault is not null or verdict = 'refused' then 'rejected'
    when received < bytes then 'uploading'
    when full_ref is null then 'uploaded'
    when verdict = 'released' or platform = 'pass' then 'ready'
    else 'pending' end) stored,
  made_at timestamptz not null,
  attached_at timestamptz,
  attempts smallint not null default 0,
  next_at timestamptz not null,
  primary key (committee_id, id),
  foreign key (committee_id, demand_id) references demand,
  foreign key (committee_id, entry_id) references demand_entry,
  check (received between 0 and bytes),
  check (entry_id is null or demand_id is not null),
  check ((demand_id is null) = (attached_at is null)),
  check ((full_ref is null) = (thumb_ref is null)),
  check ((verdict is null) = (verdict_by is null) and (verdict is null) = (verdict_at is null)),
  check (verdict_by <> by_id)
);
create index photo_demand on photo (committee_id, demand_id, seq, id) where demand_id is not null;
create index photo_loose on photo (by_id, made_at) where demand_id is null;
create index photo_due on photo (next_at, id) where state = 'uploaded';
create index photo_unchecked on photo (next_at, id) where state = 'pending' and platform is null;
create unique index photo_trace on photo (trace) where trace is not null;
create index photo_left on photo (made_at) where demand_id is null;
create index photo_late on photo (attached_at) where state = 'uploading' and demand_id is not null;
create index photo_rejected on photo (id) where state = 'rejected' and full_ref is not null;
select app.protect('photo');

create table photo_piece (
  committee_id uuid not null,
  photo_id uuid not null,
  at int not null check (at >= 0),
  data bytea not null check (length(data) between 1 and 65536),
  primary key (committee_id, photo_id, at),
  foreign key (committee_id, photo_id) references photo on delete cascade
);
-- Photos are compressed already.
alter table photo_piece alter column data set storage external;
select app.protect('photo_piece');
