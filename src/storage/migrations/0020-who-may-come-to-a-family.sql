-- Who may come to work with a family is found by its team, and by the roles whose work is the whole authority's.
create index memberships_of_team on memberships (authority_id, team_id);
create index memberships_of_role on memberships (authority_id, role);
