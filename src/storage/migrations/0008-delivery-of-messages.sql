-- outbox: each message is for one user, one address, or one role that has yet to become its holders. It waits until a worker
-- has delivered it, and its row is the job: no other queue says what has to be sent.

alter table outbox rename column send_to to to_role;
alter table outbox alter column to_role drop not null;
alter table outbox
  add column to_user uuid,
  add column to_email text,
  add column state text not null default 'waiting' check (state in ('waiting', 'sent', 'shown', 'failed')),
  -- When it is tried next. Whoever takes it moves this on, so that nobody else takes it meanwhile, and somebody does should
  -- whoever took it come to nothing.
  add column due_at timestamptz not null default '-infinity',
  add column settled_at timestamptz,
  add column tries integer not null default 0,
  add column why text,
  add foreign key (authority_id, to_user) references users,
  add check (num_nonnulls(to_user, to_email) = 1 or (to_role is not null and to_email is null));
create index outbox_waiting on outbox (authority_id, due_at, id) where state = 'waiting';
grant update on outbox to alongside_app;

-- Where a worker has something to do. It tells no more than whose turn it is.
create function authorities_with_messages(by_now timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select authority_id from authorities
    where exists (
      select from outbox
      where outbox.authority_id = authorities.authority_id and state = 'waiting' and due_at <= by_now
    )
    order by authority_id;
  end;
