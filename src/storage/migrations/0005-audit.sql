-- audit: who saw and who changed what. Each entry's hash covers the entry before, so that one changed, taken out or put in
-- afterwards is found; the head says how many there are and what the last hash is.

create table audit_heads (
  authority_id uuid primary key references authorities,
  entries bigint not null,
  hash bytea not null
);
alter table audit_heads enable row level security;
create policy of_authority on audit_heads using (authority_id = current_authority());
grant select on audit_heads to alongside_app;

create table audit (
  authority_id uuid not null references authorities,
  entry bigint not null,
  at timestamptz not null,
  user_id uuid,
  act text not null,
  case_id uuid,
  detail jsonb not null,
  hash bytea not null,
  primary key (authority_id, entry)
);
create index audit_of_case on audit (authority_id, case_id, entry desc);
alter table audit enable row level security;
create policy of_authority on audit using (authority_id = current_authority());
grant select on audit to alongside_app;
-- Which entry it is and its hash are for the trigger alone to say.
grant insert (authority_id, at, user_id, act, case_id, detail) on audit to alongside_app;

create function audit_hash(before bytea, one audit) returns bytea
  language sql stable strict parallel safe
  return sha256(before || convert_to(
    jsonb_build_array(
      one.authority_id, one.entry, (extract(epoch from one.at) * 1000)::bigint, one.user_id, one.act, one.case_id, one.detail
    )::text,
    'UTF8'));

-- As the owner, since the application may not write the head. Entries of one authority wait for each other here until the
-- transaction ends, so they are written last.
create function chain_audit() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    head audit_heads;
  begin
    insert into audit_heads (authority_id, entries, hash) values (new.authority_id, 0, '')
      on conflict (authority_id) do nothing;
    select * into head from audit_heads where authority_id = new.authority_id for update;
    new.entry := head.entries + 1;
    new.hash := audit_hash(head.hash, new);
    update audit_heads set entries = new.entry, hash = new.hash where authority_id = new.authority_id;
    return new;
  end
  $$;
create trigger chain_audit before insert on audit for each row execute function chain_audit();
create trigger never_changed before update or delete or truncate on audit
  for each statement execute function refuse_change();

-- Of one authority: how many entries, the last hash, and the first entry that does not follow from the one before; null
-- where all do. Where the last ones are missing it is the first of those.
create function verify_audit() returns table (entries bigint, hash text, broken_at bigint)
  language sql stable set search_path = pg_catalog, public
  begin atomic
    with held as (
      select audit.entry, audit.hash, lag(audit.hash, 1, '\x') over (order by audit.entry) as before,
        row_number() over (order by audit.entry) as place,
        audit_hash(lag(audit.hash, 1, '\x') over (order by audit.entry), audit) as right_hash
      from audit where authority_id = current_authority()
    ),
    last_held as (select coalesce(max(entry), 0) as entry from held),
    broken as (
      select min(place) as place from held where held.entry <> place or held.hash <> right_hash
    ),
    head as (select * from audit_heads where authority_id = current_authority())
    select coalesce((select head.entries from head), 0),
      coalesce((select encode(head.hash, 'hex') from head), ''),
      coalesce(
        (select place from broken),
        (select last_held.entry + 1 from last_held where last_held.entry <> coalesce((select head.entries from head), 0)),
        (select last_held.entry from last_held join held using (entry), head where held.hash <> head.hash)
      );
  end;
