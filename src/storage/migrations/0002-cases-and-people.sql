-- case: the work with a family, from referral to closure. What it shows in lists is kept with it; the truth is in its events.
-- person: somebody of a family or around it, in one case or several. Every version of a person stays.
-- address: where people live; those at one address are a household. A protected one is shown to nobody but named users.

-- A name as it is compared: small letters without accents.
create function folded(words text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

-- How the words of a name sound, so that Catherine is found as Kathryn.
create function sounds_of(words text) returns text[]
  language sql immutable strict parallel safe
  set search_path = pg_catalog, public
  begin atomic
    select coalesce(array_agg(distinct dmetaphone(word)) filter (where dmetaphone(word) <> ''), '{}')
    from regexp_split_to_table(folded(words), '[^a-z]+') as word;
  end;

create table cases (
  authority_id uuid not null references authorities,
  id uuid not null default gen_random_uuid(),
  reference text not null,
  family text not null,
  family_folded text not null generated always as (folded(family)) stored,
  family_sounds text[] not null generated always as (sounds_of(family)) stored,
  procedure text not null,
  version date not null,
  team_id uuid,
  worker_id uuid,
  restricted_to uuid[],
  opened_at timestamptz not null,
  closed_at timestamptz,
  step text,
  children smallint not null default 0,
  last_event integer not null default 0,
  -- With what the kept obligations were worked out.
  schedule_version text,
  schedule_last_event integer,
  revision integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, reference),
  foreign key (authority_id, team_id) references teams,
  foreign key (authority_id, worker_id) references users
);
create index cases_of_team on cases (authority_id, team_id) where closed_at is null;
create index cases_of_worker on cases (authority_id, worker_id) where closed_at is null;
create index cases_by_family on cases (authority_id, family collate "en-GB-x-icu", reference);
create index cases_by_folded_family on cases using gin (family_folded gin_trgm_ops);
create index cases_by_sound on cases using gin (family_sounds);
-- Those whose obligations are out of date because something was recorded since.
create index cases_with_stale_schedule on cases (authority_id, id)
  where schedule_last_event is distinct from last_event;
alter table cases enable row level security;
create policy of_authority on cases using (authority_id = current_authority());
grant select, insert, update on cases to alongside_app;

-- Never changed: another address, or the same become protected, is another row.
create table addresses (
  authority_id uuid not null references authorities,
  id uuid not null default gen_random_uuid(),
  address text,
  protected boolean not null,
  primary key (authority_id, id)
);
alter table addresses enable row level security;
create policy of_authority on addresses using (authority_id = current_authority());
grant select, insert on addresses to alongside_app;

create table people (
  authority_id uuid not null references authorities,
  id uuid not null default gen_random_uuid(),
  name text not null,
  name_folded text not null generated always as (folded(name)) stored,
  sounds text[] not null generated always as (sounds_of(name)) stored,
  born date,
  phone text,
  address_id uuid,
  revision integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, address_id) references addresses
);
create index people_by_folded_name on people using gin (name_folded gin_trgm_ops);
create index people_by_sound on people using gin (sounds);
create index people_of_address on people (authority_id, address_id);
alter table people enable row level security;
create policy of_authority on people using (authority_id = current_authority());
grant select, insert, update on people to alongside_app;

create table person_versions (
  authority_id uuid not null,
  person_id uuid not null,
  revision integer not null,
  name text not null,
  born date,
  phone text,
  address_id uuid,
  from_at timestamptz not null default now(),
  primary key (authority_id, person_id, revision),
  foreign key (authority_id, person_id) references people
);
alter table person_versions enable row level security;
create policy of_authority on person_versions using (authority_id = current_authority());
grant select, insert on person_versions to alongside_app;

create function keep_person_version() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  begin
    insert into person_versions (authority_id, person_id, revision, name, born, phone, address_id)
    values (new.authority_id, new.id, new.revision, new.name, new.born, new.phone, new.address_id);
    return null;
  end
  $$;
create trigger keep_person_version after insert or update on people
  for each row execute function keep_person_version();

create table case_people (
  authority_id uuid not null,
  case_id uuid not null,
  id text not null,
  place smallint not null,
  person_id uuid not null,
  role text not null,
  from_day date,
  until_day date,
  member boolean not null,
  primary key (authority_id, case_id, id),
  foreign key (authority_id, case_id) references cases,
  foreign key (authority_id, person_id) references people
);
create index case_people_of_person on case_people (authority_id, person_id);
alter table case_people enable row level security;
create policy of_authority on case_people using (authority_id = current_authority());
grant select, insert, update, delete on case_people to alongside_app;

create table relationships (
  authority_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  other_id uuid not null,
  from_day date,
  until_day date,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references people,
  foreign key (authority_id, other_id) references people
);
create index relationships_of_person on relationships (authority_id, person_id);
create index relationships_of_other on relationships (authority_id, other_id);
alter table relationships enable row level security;
create policy of_authority on relationships using (authority_id = current_authority());
grant select, insert, update on relationships to alongside_app;
