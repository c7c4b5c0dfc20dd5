-- credential: a user's password, as a slow hash, and what their app for codes was told, sealed with a key that is not in the
-- database. link: a way in that works once, for a time; only a digest of its token is here. attempts: how often something was
-- tried since a moment, by keyed digests of whom and from where. subject: a user as an identity provider knows them.

create table credentials (
  authority_id uuid not null,
  user_id uuid not null,
  password_hash text not null,
  sealed_code_secret text not null,
  last_step bigint,
  primary key (authority_id, user_id),
  foreign key (authority_id, user_id) references users
);
alter table credentials enable row level security;
create policy of_authority on credentials using (authority_id = current_authority());
grant select, insert, update on credentials to alongside_app;

create table recovery_codes (
  authority_id uuid not null,
  user_id uuid not null,
  digest text not null,
  used_at timestamptz,
  primary key (authority_id, user_id, digest),
  foreign key (authority_id, user_id) references users
);
alter table recovery_codes enable row level security;
create policy of_authority on recovery_codes using (authority_id = current_authority());
grant select, insert, update, delete on recovery_codes to alongside_app;

create table sign_in_links (
  authority_id uuid not null,
  digest text not null,
  user_id uuid not null,
  kind text not null check (kind in ('invitation', 'password', 'half-way')),
  until timestamptz not null,
  used boolean not null default false,
  chosen_password_hash text,
  chosen_code_secret text,
  primary key (authority_id, digest),
  foreign key (authority_id, user_id) references users
);
create index sign_in_links_of_user on sign_in_links (authority_id, user_id);
alter table sign_in_links enable row level security;
create policy of_authority on sign_in_links using (authority_id = current_authority());
grant select, insert, update, delete on sign_in_links to alongside_app;

create table sign_in_attempts (
  authority_id uuid not null references authorities,
  about text not null,
  count integer not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (authority_id, about)
);
create index sign_in_attempts_by_end on sign_in_attempts (authority_id, until);
alter table sign_in_attempts enable row level security;
create policy of_authority on sign_in_attempts using (authority_id = current_authority());
grant select, insert, update, delete on sign_in_attempts to alongside_app;

create table provider_subjects (
  authority_id uuid not null,
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  primary key (authority_id, issuer, subject),
  unique (authority_id, user_id, issuer),
  foreign key (authority_id, user_id) references users
);
alter table provider_subjects enable row level security;
create policy of_authority on provider_subjects using (authority_id = current_authority());
grant select, insert on provider_subjects to alongside_app;

create index sessions_of_user on sessions (authority_id, user_id) where ended_at is null;
