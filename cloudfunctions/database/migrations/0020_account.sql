-- One person, any number of ways to be recognised. People are not cut by committee: one may live in two.
create table account (
  id uuid primary key,
  name text not null check (length(name) between 1 and 20),
  made_at timestamptz not null
);

create table identity (
  kind text not null check (kind in ('weapp', 'official', 'staff')),
  subject text not null,
  account_id uuid not null references account on delete cascade,
  made_at timestamptz not null,
  primary key (kind, subject)
);
create index identity_account on identity (account_id);

-- Only the SHA-256 of a token is kept: a stolen dump opens nothing.
create table session (
  token_hash text primary key check (length(token_hash) = 64),
  account_id uuid not null references account on delete cascade,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_account on session (account_id);
create index session_expiry on session (expires_at);

-- People one may enter as, only where the data is invented.
create table demonstration (
  account_id uuid primary key references account on delete cascade,
  seq int not null unique,
  part text not null check (part in ('resident', 'leader', 'staff')),
  title text not null,
  about text not null
);
