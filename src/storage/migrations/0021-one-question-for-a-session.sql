-- Who asks is found before anything else is asked, in one statement that is a transaction by itself. As the owner, since it
-- is only then known for which authority; the digest is of a secret that nobody but the browser holds.
create function find_session(whose uuid, secret bytea) returns table (
  "user" uuid, opened timestamptz, seen timestamptz, ended timestamptz, user_name text, memberships json,
  slug text, name text, pack text, demonstration boolean
)
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select sessions.user_id, sessions.opened_at, sessions.seen_at, sessions.ended_at, users.name,
      (select coalesce(json_agg(json_build_object('role', held.role, 'team', held.team_id) order by held.place), '[]')
        from memberships as held where held.authority_id = whose and held.user_id = users.id),
      authorities.slug, authorities.name, authorities.pack, authorities.demonstration
    from sessions
      join users on users.authority_id = sessions.authority_id and users.id = sessions.user_id and users.active
      join authorities on authorities.authority_id = sessions.authority_id
    where sessions.authority_id = whose and sessions.digest = secret;
  end;
revoke execute on function find_session(uuid, bytea) from public;
grant execute on function find_session(uuid, bytea) to alongside_app;
