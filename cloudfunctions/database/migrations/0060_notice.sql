-- A notice is a row first: written with the change itself, sent after commit by the timer.
create table notice (
  committee_id uuid not null references committee,
  id uuid not null,
  to_id uuid not null references account on delete cascade,
  about text not null,
  subject text not null check (subject in ('demand', 'joinRequest')),
  subject_id uuid not null,
  title text not null,
  from_name text,
  at timestamptz not null,
  read_at timestamptz,
  -- queued → sent (the inbox of the app, and WeChat where an identity and a consent exist) or kept (inbox only).
  state text not null check (state in ('queued', 'sent', 'kept', 'unknown')),
  attempts smallint not null default 0,
  next_at timestamptz not null,
  done_at timestamptz,
  primary key (committee_id, id)
);
create index notice_inbox on notice (to_id, at desc, id desc);
create index notice_unread on notice (to_id) where read_at is null;
create index notice_due on notice (next_at, id) where state = 'queued';
