-- tail: entries of the audit as they were written, each in the transaction that it is about, beside each other.
-- seal: to move them, in their order, from the tail into the chain of `audit`, where each entry's hash covers the one before.

create table audit_tail (
  authority_id uuid not null references authorities,
  number bigint not null generated always as identity,
  at timestamptz not null,
  user_id uuid,
  act text not null,
  case_id uuid,
  detail jsonb not null,
  written_at timestamptz not null default now(),
  primary key (authority_id, number)
);
alter table audit_tail enable row level security;
create policy of_authority on audit_tail using (authority_id = current_authority());
grant select on audit_tail to alongside_app;
grant insert (authority_id, at, user_id, act, case_id, detail) on audit_tail to alongside_app;

-- Out of the tail there is one way, and it leads into the chain.
create function refuse_unless_sealing() returns trigger
  language plpgsql
  as $$
  begin
    if tg_op = 'DELETE' and current_setting('alongside.sealing', true) = 'yes' then
      return null;
    end if;
    raise exception 'What is in % is never changed or taken away.', tg_table_name using errcode = 'restrict_violation';
  end
  $$;
create trigger never_changed before update or delete or truncate on audit_tail
  for each statement execute function refuse_unless_sealing();

-- The chain is written by sealing alone.
drop trigger chain_audit on audit;
drop function chain_audit();
revoke insert (authority_id, at, user_id, act, case_id, detail) on audit from alongside_app;

-- Seals what is in the tails, at most so many entries of each authority, and gives how many it sealed. As the owner, since
-- the application writes neither the chain nor its head. An authority that another is sealing is passed over.
create function seal_audit(most integer) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
  declare
    whose uuid;
    head audit_heads;
    waiting audit_tail;
    sealed audit;
    done bigint := 0;
  begin
    perform set_config('alongside.sealing', 'yes', true);
    for whose in select distinct authority_id from audit_tail loop
      insert into audit_heads (authority_id, entries, hash) values (whose, 0, '') on conflict (authority_id) do nothing;
      select * into head from audit_heads where authority_id = whose for update skip locked;
      continue when not found;
      for waiting in
        with gone as (
          delete from audit_tail
          where authority_id = whose
            and number in (select number from audit_tail where authority_id = whose order by number limit most)
          returning *
        )
        select * from gone order by number
      loop
        head.entries := head.entries + 1;
        sealed := (
          whose, head.entries, waiting.at, waiting.user_id, waiting.act, waiting.case_id, waiting.detail, null
        )::audit;
        sealed.hash := audit_hash(head.hash, sealed);
        insert into audit values (sealed.*);
        head.hash := sealed.hash;
        done := done + 1;
      end loop;
      update audit_heads set entries = head.entries, hash = head.hash where authority_id = whose;
    end loop;
    perform set_config('alongside.sealing', '', true);
    return done;
  end
  $$;
revoke execute on function seal_audit(integer) from public;
grant execute on function seal_audit(integer) to alongside_app;

drop function verify_audit();

-- Of one authority: how many entries the chain has, the last hash, the first entry that does not follow from the one before,
-- null where all do; where the last ones are missing it is the first of those. And what is not sealed yet, since when.
create function verify_audit() returns table (
  entries bigint, hash text, broken_at bigint, waiting bigint, waiting_since timestamptz
)
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
    head as (select * from audit_heads where authority_id = current_authority()),
    tail as (
      select count(*) as waiting, min(written_at) as since from audit_tail where authority_id = current_authority()
    )
    select coalesce((select head.entries from head), 0),
      coalesce((select encode(head.hash, 'hex') from head), ''),
      coalesce(
        (select place from broken),
        (select last_held.entry + 1 from last_held where last_held.entry <> coalesce((select head.entries from head), 0)),
        (select last_held.entry from last_held join held using (entry), head where held.hash <> head.hash)
      ),
      tail.waiting, tail.since
    from tail;
  end;
